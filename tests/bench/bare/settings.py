"""Settings of the reference site: plain Django, DRF, JWT. Its database is named by BENCH_BARE_URL."""

from __future__ import annotations

import os

from backend.config.env import parse_database_url

_address = parse_database_url(os.environ["BENCH_BARE_URL"])

SECRET_KEY = "a reference that runs for seconds and holds nothing worth stealing"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.bench.bare.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "tests.bench.bare"]
MIDDLEWARE: list[str] = []
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _address.name,
        "USER": _address.user,
        "PASSWORD": _address.password,
        "HOST": _address.host,
        "PORT": _address.port,
        "OPTIONS": dict(_address.options),
        "CONN_MAX_AGE": 300,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
}
