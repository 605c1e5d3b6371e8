"""The link's calls as a FastAPI application (link.md, Calls). The OpenAPI document comes from here."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request, Response, WebSocket
from fastapi.responses import FileResponse, JSONResponse, StreamingResponse
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import request_response
from starlette.staticfiles import StaticFiles

from arena_desk.link import answers, schemas
from arena_desk.link.audience import audience_of
from arena_desk.link.ballot_box import BallotBox
from arena_desk.link.bodies import Body, Invalid, read_body
from arena_desk.link.commands import COMMANDS, ID, Command, check_fields
from arena_desk.link.desk_answer import desk_json
from arena_desk.link.guard import Guard, TooLarge
from arena_desk.link.hub import Hub
from arena_desk.link.keyring import Bearer, Keyring, Lockout
from arena_desk.link.presence import host_of
from arena_desk.link.problems import invalid, language_of, problem, refused
from scoring import conduct
from scoring.errors import ArenaError
from scoring.standings import standings_json
from storage import ballots
from storage.contest_file import Actor, ContestFile
from storage.public_board import board_is_on
from storage.seats import is_seat_token, seat_by_code

WEB = Path(__file__).parent.parent / "web"
MOST_OFFERS = 500
NOT_WRITTEN = 503
"""The disk failed: the same call may succeed when it is sent again, so this is no first answer to keep."""
SentBody = Annotated[Body, Depends(read_body)]


async def bearer_of(request: Request) -> Bearer:
    """Whose token the guard has found. Not a plain function: those are sent to a thread each time."""
    bearer: Bearer = request.scope["bearer"]
    return bearer


Token = Annotated[Bearer, Depends(bearer_of)]


class DirectRoute(APIRoute):
    """A route whose endpoint takes the request and the names in the path, and nothing that would have to be worked out:
    in the document as all others, but called at once, in half the time.
    """

    def __init__(self, path: str, endpoint: Callable[..., Awaitable[Response]], **options: Any) -> None:
        super().__init__(path, endpoint, **options)

        async def answered(request: Request) -> Response:
            return await endpoint(request=request, **request.path_params)

        self.app = request_response(answered)


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
    _add_judge(app, file, hub, box)  # routes are tried in this order, and ballots are in a hurry
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


def _add_judge(app: FastAPI, file: ContestFile, hub: Hub, box: BallotBox) -> None:
    @app.get("/api/panel", responses=schemas.PANEL, tags=["judge"], openapi_extra=schemas.SECURED)
    async def panel(request: Request, bearer: Token) -> Response:
        """Everything a judge's panel may know."""
        hub.called(bearer, host_of(request))
        judge = bearer.judge or ""
        revision, devices = hub.revisions.of(audience_of(bearer)), hub.presence(judge).devices
        known = JSONResponse(answers.panel_json(file.contest, judge, revision=revision, devices=devices)).body
        history = hub.own_ballots.written(judge)
        if history is None:
            history = await run_in_threadpool(hub.own_ballots.of, judge)
        body = b"".join((bytes(known)[:-1], b',"history":', history, b"}"))
        return Response(body, media_type="application/json")

    async def put_ballot(entry: str, request: Request) -> Response:
        """Store a ballot; the receipt comes only once it is on disk."""
        bearer, body = await bearer_of(request), await read_body(request)
        hub.called(bearer, host_of(request))
        try:
            receipt = await box.put(_sent(bearer, entry, body))
        except ballots.LinkDead:
            return problem(401, request)
        shown = {"ballot_id": receipt.ballot_id, "stored_at": receipt.stored_at, "revision": receipt.revision}
        return JSONResponse({**shown, "current": receipt.current}, 201 if receipt.fresh else 200)

    app.router.add_api_route(
        "/api/ballots/{entry:path}",
        put_ballot,
        methods=["PUT"],
        responses=schemas.BALLOT,
        tags=["judge"],
        status_code=201,
        openapi_extra=schemas.secured(schemas.BALLOT_BODY),
        route_class_override=DirectRoute,
    )

    @app.post(
        "/api/panel/offer",
        responses=schemas.OFFER,
        tags=["judge"],
        openapi_extra=schemas.secured(schemas.OFFER_BODY),
    )
    def offer(request: Request, bearer: Token, body: SentBody) -> Response:
        """Ballots that the panel holds and the desk lacks, for the organizer to accept."""
        hub.called(bearer, host_of(request))
        offered = _offers(body, bearer.judge or "")
        with file.lock:
            if not _still_sits(file, bearer):
                return problem(401, request)
            new = ballots.offer(file, bearer.judge or "", offered)
        return JSONResponse({"new": new})


def _still_sits(file: ContestFile, bearer: Bearer) -> bool:
    """A link that is taken back while its ballot is under way must not bring it in under the next person's name."""
    return is_seat_token(file, bearer.judge or "", bearer.token)


def _sent(bearer: Bearer, entry: str, body: Body) -> ballots.Sent:
    return ballots.Sent(
        judge=bearer.judge or "",
        token=bearer.token,
        entry=entry,
        ballot_id=body.text("ballot_id"),
        version=body.whole("version", kept=False),
        scores=body.mapping("scores"),
        replaces=body.text("replaces", needed=False) or None,
        faults=body.faults,
    )


def _offers(body: Body, judge: str) -> list[ballots.Offer]:
    offered = [_offer(each, judge, body, n) for n, each in enumerate(body.objects("ballots", MOST_OFFERS))]
    body.check()
    return offered


def _offer(each: Body, judge: str, body: Body, number: int) -> ballots.Offer:
    scores = each.mapping("scores")
    if len(scores) > MOST_OFFERS or not all(isinstance(value, str) and len(value) < 40 for value in scores.values()):
        each.faults["scores"] = schemas.NOT_SCORES
    offer = ballots.Offer(
        judge=judge,
        ballot_id=each.text("ballot_id"),
        contestant=each.text("entry"),
        round=each.whole("round"),
        version=each.whole("version"),
        scores=scores,
        made_at=each.text("made_at", needed=False),
        offered_at="",
    )
    body.faults.update({f"ballots.{number}.{key}": fault for key, fault in each.faults.items()})
    return offer


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

    @app.get("/api/desk/standings", responses=schemas.DESK, tags=["desk"], openapi_extra=schemas.SECURED)
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
