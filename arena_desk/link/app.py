"""The link's calls as a FastAPI application (link.md, Calls). The OpenAPI document comes from here."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response, WebSocket
from fastapi.responses import FileResponse, JSONResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.staticfiles import StaticFiles

from arena_desk.link import answers, schemas
from arena_desk.link.audience import audience_of
from arena_desk.link.ballot_box import BallotBox
from arena_desk.link.bodies import Invalid, read_body
from arena_desk.link.commands import COMMANDS, ID, Command, check_fields
from arena_desk.link.desk_answer import desk_json
from arena_desk.link.guard import Guard, TooLarge
from arena_desk.link.hub import Hub
from arena_desk.link.judge_calls import add_judge_calls
from arena_desk.link.keyring import Keyring, Lockout
from arena_desk.link.problems import invalid, language_of, problem, refused
from arena_desk.link.routes import DirectRoute, SentBody, Token
from scoring import conduct
from scoring.errors import ArenaError
from scoring.standings import standings_json
from storage.contest_file import Actor, ContestFile
from storage.public_board import board_is_on
from storage.seats import seat_by_code

WEB = Path(__file__).parent.parent / "web"
NOT_WRITTEN = 503
"""The disk failed: the same call may succeed when it is sent again, so this is no first answer to keep."""


def build_app(file: ContestFile, hub: Hub) -> FastAPI:
    """The application without its guard; `guarded` puts that around it."""

    box = BallotBox(file)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        hub.start()
        yield
        box.close()

    app = FastAPI(
        title="Arena Desk",
        version="1",
        description="The link between a desk and its panels, host pages, public board and operator.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    _add_errors(app)
    add_judge_calls(app, file, hub, box)  # routes are tried in this order, and ballots are in a hurry
    _add_pages(app)
    _add_public(app, file)
    _add_board(app, file, hub)
    _add_host(app, file, hub)
    _add_desk(app, file, hub)
    app.mount("/static", StaticFiles(directory=WEB), name="static")
    return app


def guarded(app: FastAPI, keyring: Keyring, *, names: Collection[str] = (), desk_from_anywhere: bool = False) -> Guard:
    """The application behind the checks of host, origin, token, rate and size; `names` are the desk's own besides."""
    return Guard(app, keyring, names=names, desk_from_anywhere=desk_from_anywhere)


def _add_errors(app: FastAPI) -> None:
    async def on_arena_error(request: Request, error: Any) -> Response:
        return refused(error, request)

    async def on_invalid(request: Request, error: Any) -> Response:
        return invalid(request, error.faults)

    async def on_http(request: Request, error: Any) -> Response:
        return problem(error.status_code, request)

    async def on_too_large(request: Request, error: Exception) -> Response:
        return problem(413, request)

    async def on_gone(request: Request, error: Exception) -> Response:
        return problem(400, request)  # to nobody: the other side has left in the middle of its body

    async def on_bug(request: Request, error: Exception) -> Response:
        return problem(500, request)

    app.add_exception_handler(ArenaError, on_arena_error)
    app.add_exception_handler(Invalid, on_invalid)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(TooLarge, on_too_large)
    app.add_exception_handler(ClientDisconnect, on_gone)
    app.add_exception_handler(Exception, on_bug)


def _add_pages(app: FastAPI) -> None:
    for path, page in (("/", "join.html"), ("/j", "panel.html"), ("/host", "host.html"), ("/board", "board.html")):
        app.add_api_route(path, _page(page), methods=["GET", "HEAD"], include_in_schema=False)


def _page(name: str) -> Callable[[], FileResponse]:
    def page() -> FileResponse:
        return FileResponse(WEB / name, media_type="text/html; charset=utf-8")

    return page


def _add_public(app: FastAPI, file: ContestFile) -> None:
    lockout, turn = Lockout(), asyncio.Lock()

    @app.get("/api/health", responses=schemas.ok("Ready"), tags=["public"])
    def health() -> dict[str, str]:
        """Whether the desk is ready."""
        return {"status": "ready"}

    @app.post("/api/join", responses=schemas.JOIN, openapi_extra=schemas.body({"code": "text"}), tags=["public"])
    async def join(request: Request) -> Response:
        """A join code for the token of its seat."""
        address = request.client.host if request.client else ""
        if lockout.locked(address):
            return problem(429, request)
        body = await read_body(request)
        if not body.names("code"):
            body.text("code")
            body.check()
        async with turn:  # many guesses at once would else all be looked up before the first was counted
            if lockout.locked(address):
                return problem(429, request)
            code = body.raw("code")
            seat = await run_in_threadpool(seat_by_code, file, code) if isinstance(code, str) else None
            if seat is None:
                lockout.note_wrong(address)
                return problem(403, request, text=schemas.NO_SUCH_CODE, code="wrong_code")
        judge = answers.judge_json(conduct.judge_of(file.contest, seat.judge))
        return JSONResponse({"token": seat.token, "judge": judge})


def _add_board(app: FastAPI, file: ContestFile, hub: Hub) -> None:
    kept: dict[int, bytes] = {}
    """The answer at its newest revision: a whole hall reads it at once."""
    making = asyncio.Lock()

    async def body_at(revision: int) -> bytes:
        async with making:
            if revision not in kept:
                body = await run_in_threadpool(lambda: JSONResponse(answers.board_json(*file.now(), revision)).body)
                kept.clear()
                kept[revision] = bytes(body)
            return kept[revision]

    async def board(request: Request) -> Response:
        """What has been revealed; 404 while the organizer has switched it off."""
        if not board_is_on(file):
            return problem(404, request, text=schemas.BOARD_OFF, code="off")
        revision = hub.revisions.of(None)  # before the contest: what is read after it is as new, or newer
        body = kept.get(revision) or await body_at(revision)
        return Response(body, media_type="application/json")

    app.router.add_api_route(
        "/api/board", board, responses=schemas.BOARD, tags=["public"], route_class_override=DirectRoute
    )

    @app.websocket("/api/live")
    async def live(socket: WebSocket) -> None:
        await hub.serve(socket)


def _add_host(app: FastAPI, file: ContestFile, hub: Hub) -> None:
    @app.get("/api/host", responses=schemas.HOST, tags=["host"], openapi_extra=schemas.SECURED)
    def host(request: Request, bearer: Token) -> Response:
        """Who is on, who is next, and what may be announced."""
        with file.lock:
            contest, standings = file.contest, file.standings()
            revision = hub.revisions.of(audience_of(bearer))
        return JSONResponse(answers.host_json(contest, standings, revision, language_of(request)))


def _add_desk(app: FastAPI, file: ContestFile, hub: Hub) -> None:
    @app.get("/api/desk", responses=schemas.DESK, tags=["desk"], openapi_extra=schemas.SECURED)
    def desk() -> Response:
        """The whole state of the live round."""
        return StreamingResponse(desk_json(file, hub.presence), media_type="application/json")

    @app.get("/api/desk/standings", responses=schemas.STANDINGS, tags=["desk"], openapi_extra=schemas.SECURED)
    def standings() -> Response:
        """The standings as `standings --format json` prints them."""
        return JSONResponse(standings_json(file.standings()))

    for name, command in COMMANDS.items():
        app.add_api_route(
            f"/api/desk/{name}",
            _command_call(file, command),
            methods=["POST"],
            name=name,
            summary=command.summary,
            responses=schemas.COMMAND,
            openapi_extra=schemas.secured(schemas.body({**command.fields, ID: "optional"}, alone=True)),
            tags=["desk"],
        )


def _command_call(file: ContestFile, command: Command) -> Callable[..., Response]:
    def run(request: Request, body: SentBody) -> Response:
        request_id = body.text(ID, needed=False) or None
        body.check()
        with file.lock:
            first = file.first_answer(request_id) if request_id else None
            if first is not None:
                kept = json.loads(first)
                return JSONResponse(kept.get("body", kept), kept.get("status", 200))
            try:
                check_fields(body, command)
                revision = command.run(file, body, Actor("operator", request_id))
            except (ArenaError, Invalid) as error:
                answer = invalid(request, error.faults) if isinstance(error, Invalid) else refused(error, request)
                if request_id and answer.status_code != NOT_WRITTEN:
                    kept = {"status": answer.status_code, "body": json.loads(bytes(answer.body))}
                    file.keep_answer(request_id, json.dumps(kept))
                return answer
        return JSONResponse({"revision": revision})

    return run
