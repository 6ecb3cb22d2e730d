from app.models.order import Order, OrderLine
from app.models.outbox import OutboxEvent
from app.models.refresh_token import RefreshToken
from app.models.user import User

__all__ = ["Order", "OrderLine", "OutboxEvent", "RefreshToken", "User"]
