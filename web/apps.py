"""The web app in Django's eyes."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """People, groups and keys are logged when they change; decisions are rows that never change."""

    name = "web"
    verbose_name = "Goedgeregeld"

    def ready(self) -> None:
        """Log who changed which account, group or key."""
        from auditlog.registry import auditlog
        from django.contrib.auth.models import Group, User

        from web.models import ApiKey

        auditlog.register(User, exclude_fields=["password", "last_login"], m2m_fields={"groups"})
        auditlog.register(Group)
        auditlog.register(ApiKey, exclude_fields=["sha256"])
