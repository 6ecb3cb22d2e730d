from fastapi import APIRouter

from app.api.openapi import problems
from app.api.v1.routes import auth, order_events, orders, users

router = APIRouter(prefix="/api/v1", responses=problems(422, 429, 500))
router.include_router(users.registration)
router.include_router(auth.router)
router.include_router(users.router)
# Before /orders/{order_id}, which would take "events" for an id.
router.include_router(order_events.router)
router.include_router(orders.router)
