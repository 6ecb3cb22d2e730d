"""Standard: p95 < 200ms for CRUD, p95 < 500ms for complex operations; seen by the clients of a running server."""

import asyncio
import time
from statistics import quantiles

import httpx2
import pytest
from fastapi import FastAPI

from support import ORDER, Person, make_person, seed_orders

CONCURRENCY = 8
PEOPLE_EACH = 2
ORDERS_EACH = 125
ROUNDS = 9
CRUD_MS, COMPLEX_MS = 200, 500

Sample = tuple[str, float]


async def timed(samples: list[Sample], kind: str, request: httpx2.Request, http: httpx2.AsyncClient) -> httpx2.Response:
    start = time.perf_counter()
    answer = await http.send(request)
    samples.append((kind, (time.perf_counter() - start) * 1000))
    assert answer.is_success, answer.text
    return answer


async def use(http: httpx2.AsyncClient, person: Person, samples: list[Sample]) -> None:
    """One round: create, read twice, list, change, and what is complex: the sums, or a full page, of what changed."""

    async def call(kind: str, method: str, path: str, **more: object) -> httpx2.Response:
        headers = person.headers | more.pop("headers", {})  # type: ignore[operator]
        return await timed(samples, kind, http.build_request(method, path, headers=headers, **more), http)  # type: ignore[arg-type]

    created = await call("crud", "POST", "/api/v1/orders", json=ORDER)
    path = created.headers["location"]
    await call("complex", "GET", "/api/v1/orders/summary")
    await call("crud", "GET", path)
    await call("crud", "GET", "/api/v1/orders?status=placed")
    await call("crud", "PATCH", path, json={"note": "n"}, headers={"If-Match": created.headers["etag"]})
    await call("crud", "GET", path)


async def drive(url: str, people: list[Person], rounds: int) -> list[Sample]:
    samples: list[Sample] = []
    async with httpx2.AsyncClient(base_url=url, timeout=10) as http:
        for _ in range(rounds):
            for person in people:
                await use(http, person, samples)
    return samples


@pytest.fixture
async def people(app: FastAPI) -> list[Person]:
    people = [await make_person(f"load-{n}") for n in range(CONCURRENCY * PEOPLE_EACH)]
    await seed_orders(people, ORDERS_EACH)
    return people


def p95(samples: list[Sample], kind: str) -> float:
    times = [ms for name, ms in samples if name == kind]
    assert len(times) >= 100, f"{len(times)} samples of {kind} are too few for a p95"
    return quantiles(times, n=20)[-1]


@pytest.mark.load
async def test_p95_stays_under_the_budget(server: str, people: list[Person]) -> None:
    shares = [people[n::CONCURRENCY] for n in range(CONCURRENCY)]
    await asyncio.gather(*(drive(server, share, rounds=1) for share in shares))
    samples = sum(await asyncio.gather(*(drive(server, share, ROUNDS) for share in shares)), [])
    crud, complex_ = p95(samples, "crud"), p95(samples, "complex")
    print(f"{len(samples)} requests, {CONCURRENCY} at a time: p95 {crud:.0f} ms CRUD, {complex_:.0f} ms complex")
    assert crud < CRUD_MS
    assert complex_ < COMPLEX_MS
