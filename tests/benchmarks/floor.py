"""The floor for ballots: a bare Starlette endpoint that does one durable SQLite insert.

`python -m tests.benchmarks.floor FILE PORT` serves it on the loopback until it is ended.
"""

from __future__ import annotations

import sqlite3
import sys
import threading

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


def floor(path: str) -> Starlette:
    """The application: `PUT /ballot` keeps its body, then answers 201."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE ballot (id INTEGER PRIMARY KEY, body TEXT)")
    one_at_a_time = threading.Lock()

    def insert(body: bytes) -> None:
        with one_at_a_time:
            connection.execute("INSERT INTO ballot (body) VALUES (?)", (body.decode(),))

    async def put(request: Request) -> Response:
        await run_in_threadpool(insert, await request.body())
        return JSONResponse({"status": "stored"}, 201)

    return Starlette(routes=[Route("/ballot", put, methods=["PUT"])])


if __name__ == "__main__":
    uvicorn.run(floor(sys.argv[1]), port=int(sys.argv[2]), log_config=None, access_log=False)
