"""Django's ENGINE `backend.kernel.tenancy.postgresql`."""
