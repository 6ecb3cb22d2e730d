class DomainError(Exception):
    """A rule said no. `slug` and `title` name the kind of problem; the API layer knows the status."""

    slug = "domain-error"
    title = "Request refused"


class NotFound(DomainError):
    slug, title = "not-found", "Not found"


class Conflict(DomainError):
    slug, title = "conflict", "Conflict with the current state"


class StaleVersion(DomainError):
    slug, title = "stale-version", "Changed by somebody else"


class Unprocessable(DomainError):
    slug, title = "unprocessable", "Cannot be processed"


class Unauthenticated(DomainError):
    slug, title = "unauthenticated", "Not authenticated"
