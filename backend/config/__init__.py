"""Settings, URL lists, WSGI and Celery. Only `backend.config.env` reads the environment."""
