from app.core.errors import Conflict

TRANSITIONS = {"placed": {"shipped", "cancelled"}, "shipped": set(), "cancelled": set()}


class TransitionRefused(Conflict):
    slug, title = "transition-refused", "The order cannot take this status"


def check_transition(current: str, wanted: str) -> None:
    if wanted != current and wanted not in TRANSITIONS[current]:
        raise TransitionRefused(f"An order that is {current} cannot become {wanted}.")
