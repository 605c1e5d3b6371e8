"""The calls of a judge's panel (link.md, Calls)."""

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from arena_desk.link import answers, schemas
from arena_desk.link.audience import audience_of
from arena_desk.link.ballot_box import BallotBox
from arena_desk.link.bodies import Body, read_body
from arena_desk.link.hub import Hub
from arena_desk.link.keyring import Bearer
from arena_desk.link.presence import host_of
from arena_desk.link.problems import problem
from arena_desk.link.routes import DirectRoute, SentBody, Token, bearer_of
from storage import ballots
from storage.contest_file import ContestFile
from storage.seats import is_seat_token

MOST_OFFERS = 500


def add_judge_calls(app: FastAPI, file: ContestFile, hub: Hub, box: BallotBox) -> None:
    """The panel's view, its ballots, and what it offers late."""
    _add_ballots(app, hub, box)
    _add_panel(app, file, hub)
    _add_offers(app, file, hub)


def _add_ballots(app: FastAPI, hub: Hub, box: BallotBox) -> None:
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


def _add_panel(app: FastAPI, file: ContestFile, hub: Hub) -> None:
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


def _add_offers(app: FastAPI, file: ContestFile, hub: Hub) -> None:
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
        round=each.whole("round") if "round" in each else 0,
        version=each.whole("version"),
        scores=scores,
        made_at=each.text("made_at", needed=False),
        offered_at="",
    )
    body.faults.update({f"ballots.{number}.{key}": fault for key, fault in each.faults.items()})
    return offer
