"""The resource itself: what its owner can do with it, and what nobody else can."""

import asyncio

import httpx2
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import Order
from app.services.order_rules import TransitionRefused, check_transition
from support import ORDER, Person, assert_problem, place_order, seed_orders


async def test_an_order_is_created_read_changed_and_deleted(client: httpx2.AsyncClient, alice: Person) -> None:
    created = await client.post("/api/v1/orders", json=ORDER, headers=alice.headers)
    assert created.status_code == 201
    assert created.json()["total"] == 3 * 250 + 900
    path, etag = created.headers["location"], created.headers["etag"]

    found = await client.get(path, headers=alice.headers)
    assert found.json() == created.json()
    assert found.headers["etag"] == etag

    changed = await client.patch(path, json={"status": "shipped"}, headers=alice.headers | {"If-Match": etag})
    assert changed.status_code == 200
    assert changed.json() == created.json() | {"status": "shipped", "version": 2}
    assert changed.headers["etag"] == '"2"'

    deleted = await client.delete(path, headers=alice.headers | {"If-Match": '"2"'})
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert_problem(await client.get(path, headers=alice.headers), 404, "order-not-found")


async def test_what_belongs_to_another_does_not_exist(client: httpx2.AsyncClient, alice: Person, bob: Person) -> None:
    order = await place_order(client, alice)
    path = f"/api/v1/orders/{order['id']}"
    await client.get(path, headers=alice.headers)  # now it is in the cache as well
    any_version = bob.headers | {"If-Match": "*"}
    assert_problem(await client.get(path, headers=bob.headers), 404, "order-not-found")
    assert_problem(await client.patch(path, json={"note": "mine"}, headers=any_version), 404, "order-not-found")
    assert_problem(await client.delete(path, headers=any_version), 404, "order-not-found")
    assert (await client.get("/api/v1/orders", headers=bob.headers)).json() == {"items": [], "next_cursor": None}
    assert (await client.get("/api/v1/orders/summary", headers=bob.headers)).json()["totals"] == []


async def test_a_patch_merges(client: httpx2.AsyncClient, alice: Person) -> None:
    order = await place_order(client, alice, note="ring twice")
    path, headers = f"/api/v1/orders/{order['id']}", alice.headers | {"If-Match": "*"}
    renamed = (await client.patch(path, json={"customer": "Grace Hopper"}, headers=headers)).json()
    assert (renamed["customer"], renamed["note"]) == ("Grace Hopper", "ring twice")
    assert (await client.patch(path, json={"note": None}, headers=headers)).json()["note"] is None
    assert_problem(await client.patch(path, json={"customer": None}, headers=headers), 422, "validation")
    unchanged = await client.patch(path, json={}, headers=headers)
    assert unchanged.json()["version"] == 3


async def test_a_change_without_or_with_an_old_version_is_refused(client: httpx2.AsyncClient, alice: Person) -> None:
    order = await place_order(client, alice)
    path = f"/api/v1/orders/{order['id']}"
    assert_problem(await client.patch(path, json={"note": "a"}, headers=alice.headers), 428)
    assert_problem(await client.delete(path, headers=alice.headers), 428)
    stale = alice.headers | {"If-Match": '"7"'}
    assert_problem(await client.patch(path, json={"note": "a"}, headers=stale), 412, "stale-version")
    assert_problem(await client.delete(path, headers=stale), 412, "stale-version")
    weak = alice.headers | {"If-Match": 'W/"1"'}
    assert_problem(await client.patch(path, json={"note": "a"}, headers=weak), 412)


async def test_of_simultaneous_changes_one_wins(client: httpx2.AsyncClient, alice: Person) -> None:
    order = await place_order(client, alice)
    path, headers = f"/api/v1/orders/{order['id']}", alice.headers | {"If-Match": '"1"'}
    changes = [client.patch(path, json={"note": f"note {n}"}, headers=headers) for n in range(6)]
    deletions = [client.delete(path, headers=headers) for _ in range(2)]
    statuses = sorted(answer.status_code for answer in await asyncio.gather(*changes, *deletions))
    assert statuses[0] in (200, 204)
    assert set(statuses[1:]) <= {404, 412}


def test_only_a_placed_order_changes_its_status() -> None:
    check_transition("placed", "shipped")
    check_transition("shipped", "shipped")
    with pytest.raises(TransitionRefused, match="shipped cannot become cancelled"):
        check_transition("shipped", "cancelled")


async def test_a_refused_transition_is_a_conflict(client: httpx2.AsyncClient, alice: Person) -> None:
    order = await place_order(client, alice)
    path, headers = f"/api/v1/orders/{order['id']}", alice.headers | {"If-Match": "*"}
    await client.patch(path, json={"status": "cancelled"}, headers=headers)
    assert_problem(await client.patch(path, json={"status": "shipped"}, headers=headers), 409, "transition-refused")


async def test_an_idempotency_key_makes_one_order_of_many_requests(
    client: httpx2.AsyncClient, alice: Person, bob: Person, db: AsyncSession
) -> None:
    headers = alice.headers | {"Idempotency-Key": "key-000001"}
    answers = await asyncio.gather(*(client.post("/api/v1/orders", json=ORDER, headers=headers) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    other = await client.post("/api/v1/orders", json=ORDER | {"currency": "USD"}, headers=headers)
    assert_problem(other, 422, "idempotency-key-reused")
    await client.post("/api/v1/orders", json=ORDER, headers=bob.headers | {"Idempotency-Key": "key-000001"})
    assert len((await db.scalars(select(Order))).all()) == 2


async def test_pages_hold_every_order_once_while_others_are_added(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession
) -> None:
    await seed_orders([alice], each=25)
    expected = await db.scalars(select(Order.id))
    seen: list[str] = []
    params: dict[str, str] = {"limit": "10"}
    while True:
        page = (await client.get("/api/v1/orders", params=params, headers=alice.headers)).json()
        seen += [order["id"] for order in page["items"]]
        await place_order(client, alice)
        if page["next_cursor"] is None:
            break
        params["cursor"] = page["next_cursor"]
    assert len(seen) == 25
    assert set(seen) == set(map(str, expected))


async def test_a_cursor_serves_only_the_query_that_it_came_from(
    client: httpx2.AsyncClient, alice: Person, bob: Person
) -> None:
    for _ in range(2):
        await place_order(client, alice)
    page = (await client.get("/api/v1/orders?limit=1&status=placed", headers=alice.headers)).json()
    cursor = page["next_cursor"]
    same = await client.get(f"/api/v1/orders?status=placed&cursor={cursor}", headers=alice.headers)
    assert len(same.json()["items"]) == 1
    for person, query in [
        (alice, f"cursor={cursor}"),
        (bob, f"status=placed&cursor={cursor}"),
        (alice, f"status=placed&cursor={cursor[:-4]}"),
        (alice, "cursor=!"),
    ]:
        answer = await client.get(f"/api/v1/orders?{query}", headers=person.headers)
        assert_problem(answer, 422, "invalid-cursor")


async def test_the_summary_adds_up(client: httpx2.AsyncClient, alice: Person) -> None:
    for _ in range(2):
        await place_order(client, alice)
    await place_order(client, alice, currency="USD")
    summary = (await client.get("/api/v1/orders/summary?days=7", headers=alice.headers)).json()
    assert summary == {
        "days": 7,
        "totals": [
            {"status": "placed", "currency": "EUR", "orders": 2, "amount": 3300},
            {"status": "placed", "currency": "USD", "orders": 1, "amount": 1650},
        ],
        "top_skus": [{"sku": "PUNCH-CARD", "quantity": 9}, {"sku": "TAPE", "quantity": 3}],
    }


async def test_a_client_that_has_the_newest_version_gets_304(client: httpx2.AsyncClient, alice: Person) -> None:
    order = await place_order(client, alice)
    path = f"/api/v1/orders/{order['id']}"
    for seen, status in [('"1"', 304), ('W/"1"', 304), ('"0", "1"', 304), ('"2"', 200)]:
        answer = await client.get(path, headers=alice.headers | {"If-None-Match": seen})
        assert answer.status_code == status
        assert answer.headers["etag"] == '"1"'
        assert bool(answer.content) == (status == 200)
