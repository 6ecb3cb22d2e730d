from app.api.application import create_app
from app.core.logging import configure_logging

configure_logging()
app = create_app()
