from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.sending import POST, WORDS, Desk, Held, a_desk

from warroom.domain.errors import BadMove, SendRefused
from warroom.domain.events import EventType
from warroom.domain.incident import Kind
from warroom.domain.model import Platform, PostKey
from warroom.domain.reply import DraftState, TextLimit
from warroom.domain.triage import Status
from warroom.store.sql import open_store


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with a_desk(tmp_path) as made:
        yield made


async def test_a_reply_goes_from_draft_to_sent_and_every_step_stands_in_the_log(desk: Desk) -> None:
    outbox, _ = desk.process()
    sent = await outbox.send(desk.incident.id, await desk.approved(outbox))
    assert desk.board.texts == [WORDS]
    assert sent.state is DraftState.SENT
    assert sent.account == "acme_care"
    assert sent.sent is not None
    assert sent.sent.native_id == "r1"
    assert await desk.kinds() == [EventType.DRAFTED, EventType.APPROVED, EventType.SENDING, EventType.SENT]
    assert await desk.status() is Status.ANSWERED
    assert await desk.clean()


async def test_a_reply_that_nobody_needs_to_approve_is_cleared_and_not_said_to_be_approved(desk: Desk) -> None:
    outbox, _ = desk.process()
    await desk.approved(outbox)
    event = (await desk.store.events(desk.incident.id))[-1]
    assert event.type is EventType.APPROVED
    assert event.summary.startswith("cleared the reply to user1@example.social (nobody needs to approve it): “Sorry.")


async def test_a_refused_reply_has_failed_and_may_be_sent_again(desk: Desk) -> None:
    outbox, _ = desk.process(acts=["refuse"])
    failed = await outbox.send(desk.incident.id, await desk.approved(outbox))
    assert failed.state is DraftState.FAILED
    assert "locked" in failed.reason
    assert await desk.status() is Status.OPEN
    again = await outbox.replies.submit(desk.incident.id, failed.id)
    assert (await outbox.send(desk.incident.id, again)).state is DraftState.SENT
    assert desk.board.texts == [WORDS]
    assert await desk.clean()


@pytest.mark.parametrize("repeats_safely", [True, False])
async def test_a_reply_whose_answer_was_lost_is_found_and_not_sent_twice(desk: Desk, repeats_safely: bool) -> None:
    outbox, _ = desk.process(acts=["lose"], repeats_safely=repeats_safely)
    sent = await outbox.send(desk.incident.id, await desk.approved(outbox))
    assert (sent.state, desk.board.texts) == (DraftState.SENT, [WORDS])


async def test_a_reply_that_never_arrived_is_repeated_only_where_a_repeat_is_safe(desk: Desk) -> None:
    outbox, outlet = desk.process(acts=["drop"], repeats_safely=True)
    assert (await outbox.send(desk.incident.id, await desk.approved(outbox))).state is DraftState.SENT
    assert outlet.calls == 2
    outbox, outlet = desk.process(acts=["drop"])
    failed = await outbox.send(desk.incident.id, await desk.approved(outbox, "Other words"))
    assert failed.state is DraftState.FAILED
    assert outlet.calls == 1
    assert desk.board.texts == [WORDS]


async def test_not_there_means_not_sent_only_after_the_platform_had_time_to_show_it(desk: Desk) -> None:
    outbox, _ = desk.process(acts=["drop"])
    before = desk.clock.now()
    await outbox.send(desk.incident.id, await desk.approved(outbox))
    assert desk.clock.now() - before >= timedelta(minutes=1)


async def test_an_error_that_nobody_foresaw_is_no_proof_of_anything(desk: Desk) -> None:
    outbox, outlet = desk.process(acts=["break"])
    assert (await outbox.send(desk.incident.id, await desk.approved(outbox))).state is DraftState.FAILED
    assert outlet.calls == 1


async def test_where_nobody_can_look_the_outcome_is_unknown_until_somebody_can(desk: Desk) -> None:
    outbox, _ = desk.process(acts=["lose"], looks=["down"] * 20)
    unknown = await outbox.send(desk.incident.id, await desk.approved(outbox))
    assert unknown.state is DraftState.UNKNOWN
    assert "does not answer" in unknown.reason
    later, outlet = desk.process()
    assert [draft.state for draft in await later.reconcile()] == [DraftState.SENT]
    assert outlet.calls == 0
    assert desk.board.texts == [WORDS]
    assert await desk.clean()


async def test_a_person_decides_what_nobody_can_find_out(desk: Desk) -> None:
    outbox, _ = desk.process(acts=["lose"], looks=["down"] * 20)
    unknown = await outbox.send(desk.incident.id, await desk.approved(outbox))
    decided = await outbox.resolve(desk.incident.id, unknown, DraftState.FAILED)
    assert decided.state is DraftState.FAILED
    assert await desk.clean()


@pytest.mark.parametrize("repeats_safely", [True, False])
@pytest.mark.parametrize("act", ["hang", "drop"])
async def test_a_reply_is_not_sent_twice_after_a_crash(desk: Desk, repeats_safely: bool, act: str) -> None:
    outbox, outlet = desk.process(held=Held(), acts=["hang" if act == "hang" else "drop"],
                                  looks=["down"], repeats_safely=repeats_safely)
    draft = await desk.approved(outbox)
    task = asyncio.create_task(outbox.send(desk.incident.id, draft))
    if act == "hang":
        await outlet.hanging.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert await desk.states() == ["sending"]
    else:
        await task
    later, _ = desk.process(repeats_safely=repeats_safely)
    await later.reconcile()
    assert len(desk.board.texts) == (1 if act == "hang" or repeats_safely else 0)
    assert await desk.states() == ["sent" if desk.board.texts else "failed"]
    assert await later.reconcile() == []
    assert await desk.clean()


async def test_a_repeat_that_fails_in_a_way_nobody_foresaw_ends_no_look_after_replies(desk: Desk) -> None:
    outbox, outlet = desk.process(held=Held(), acts=["hang"], repeats_safely=True)
    task = asyncio.create_task(outbox.send(desk.incident.id, await desk.approved(outbox)))
    await outlet.hanging.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    desk.board.file.unlink()  # it never got there
    later, _ = desk.process(acts=["break"], repeats_safely=True)
    assert [draft.state for draft in await later.reconcile()] == [DraftState.SENT]
    assert desk.board.texts == [WORDS]


async def test_an_old_reply_is_looked_for_after_a_crash_but_never_goes_out_by_itself(desk: Desk) -> None:
    outbox, _ = desk.process(held=Held(), repeats_safely=True)
    draft = await desk.approved(outbox)
    await outbox.replies.begin(desk.incident.id, draft, "acme_care")  # and here the power went
    await desk.clock.sleep(3600)
    later, outlet = desk.process(repeats_safely=True)
    assert [draft.state for draft in await later.reconcile()] == [DraftState.FAILED]
    assert outlet.calls == 0
    assert desk.board.texts == []


async def test_a_sender_at_work_is_left_alone(desk: Desk) -> None:
    outbox, outlet = desk.process(acts=["hang"])
    task = asyncio.create_task(outbox.send(desk.incident.id, await desk.approved(outbox)))
    await outlet.hanging.wait()
    other, _ = desk.process()
    assert await other.reconcile() == []
    assert await desk.states() == ["sending"]
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_new_reply_waits_for_no_other_post(desk: Desk) -> None:
    outbox, _ = desk.process(acts=["lose"], looks=["down"] * 20)
    await outbox.send(desk.incident.id, await desk.approved(outbox))
    later, _ = desk.process()
    assert await later.reconcile(PostKey("mastodon:2")) == []
    assert await desk.states() == ["unknown"]
    assert [draft.state for draft in await later.reconcile(POST.key)] == [DraftState.SENT]


async def test_of_two_processes_that_send_one_reply_one_is_refused(desk: Desk) -> None:
    first, one = desk.process(held=Held())
    second, two = desk.process(held=Held())
    draft = await desk.approved(first)
    ended = await asyncio.gather(first.send(desk.incident.id, draft), second.send(desk.incident.id, draft),
                                 return_exceptions=True)
    assert sorted(type(end).__name__ for end in ended) == ["BadMove", "Draft"]
    assert one.calls + two.calls == 1
    assert desk.board.texts == [WORDS]


async def test_the_same_words_are_not_sent_to_a_post_again_by_a_repeated_command(desk: Desk) -> None:
    outbox, _ = desk.process()
    await outbox.send(desk.incident.id, await desk.approved(outbox))
    with pytest.raises(BadMove, match="sent to this post already"):
        await outbox.replies.write(desk.incident.id, POST.key, WORDS)
    second = await desk.approved(outbox, again=True)
    assert (await outbox.send(desk.incident.id, second)).state is DraftState.SENT
    assert len(desk.board.texts) == 2


async def test_a_lost_repeat_of_earlier_words_is_not_taken_for_the_earlier_reply(desk: Desk) -> None:
    outbox, _ = desk.process(acts=["take", "drop"])
    await outbox.send(desk.incident.id, await desk.approved(outbox))
    second = await outbox.send(desk.incident.id, await desk.approved(outbox, again=True))
    assert second.state is DraftState.UNKNOWN
    assert len(desk.board.texts) == 1


async def test_no_second_reply_is_written_while_the_first_is_unknown(desk: Desk) -> None:
    outbox, _ = desk.process(acts=["lose"], looks=["down"] * 20)
    await outbox.send(desk.incident.id, await desk.approved(outbox))
    with pytest.raises(BadMove, match="its outcome is open"):
        await outbox.replies.write(desk.incident.id, POST.key, "Other words")


async def test_words_that_wait_are_taken_up_and_not_written_twice(desk: Desk) -> None:
    outbox, _ = desk.process()
    first = await desk.approved(outbox)
    assert (await outbox.replies.write(desk.incident.id, POST.key, f"  {WORDS}\n")).id == first.id
    assert await desk.states() == ["approved"]


async def test_a_bad_login_leaves_the_reply_as_it_was(desk: Desk) -> None:
    outbox, outlet = desk.process(login=False)
    with pytest.raises(SendRefused, match="does not know us"):
        await outbox.send(desk.incident.id, await desk.approved(outbox))
    assert (await desk.states(), outlet.calls) == (["approved"], 0)


async def test_a_reply_that_is_too_long_stays_approved_and_nothing_of_it_is_stored_as_sending(desk: Desk) -> None:
    outbox, outlet = desk.process()
    draft = await desk.approved(outbox, "We look into it. " * 29 + "See you.")
    with pytest.raises(SendRefused, match="too long for Mastodon") as refused:
        await outbox.send(desk.incident.id, draft)
    assert refused.value.hint == "Shorten it by 1."
    assert (await desk.states(), outlet.calls) == (["approved"], 0)
    assert EventType.SENDING not in await desk.kinds()


async def test_length_is_counted_as_the_platform_counts_and_a_silent_platform_refuses_nothing(desk: Desk) -> None:
    outbox, outlet = desk.process()
    await outbox.measure(Platform.MASTODON, "x" * 500 + "\n")
    outlet.most = TextLimit(30, "characters", per_url=23)
    await outbox.measure(Platform.MASTODON, "Here: https://acme.example/a/much/longer/address/than/that")
    with pytest.raises(SendRefused, match="too long"):
        await outbox.measure(Platform.MASTODON, "See here: https://acme.example/")
    outlet.most = None
    await outbox.measure(Platform.MASTODON, "x" * 99_000)


async def test_nothing_of_a_drill_is_ever_published(tmp_path: Path) -> None:
    async with a_desk(tmp_path, kind=Kind.DRILL) as desk:
        outbox, outlet = desk.process()
        draft = await desk.approved(outbox)
        with pytest.raises(BadMove, match="drill"):
            await outbox.send(desk.incident.id, draft)
        with pytest.raises(BadMove, match="drill"):
            await outbox.replies.begin(desk.incident.id, draft, "acme_care")
        assert (outlet.calls, desk.board.texts, await desk.states()) == (0, [], ["approved"])


async def test_a_reply_that_was_taken_back_opens_its_post_again(desk: Desk) -> None:
    outbox, _ = desk.process()
    sent = await outbox.send(desk.incident.id, await desk.approved(outbox))
    gone = await outbox.unsend(desk.incident.id, sent)
    assert gone.state is DraftState.DELETED
    assert desk.board.texts == []
    assert await desk.status() is Status.OPEN
    assert (await desk.kinds())[-1] is EventType.UNSENT
    assert await desk.clean()


async def test_a_post_stays_answered_while_another_reply_stands(desk: Desk) -> None:
    outbox, _ = desk.process()
    first = await outbox.send(desk.incident.id, await desk.approved(outbox))
    await outbox.send(desk.incident.id, await desk.approved(outbox, "More news"))
    await outbox.unsend(desk.incident.id, first)
    assert await desk.status() is Status.ANSWERED


@pytest.mark.parametrize("text", ["", "  \n\t "])
async def test_an_empty_reply_is_refused(desk: Desk, text: str) -> None:
    outbox, _ = desk.process()
    with pytest.raises(BadMove, match="needs a text"):
        await outbox.replies.write(desk.incident.id, POST.key, text)


async def test_the_log_alone_rebuilds_every_reply(desk: Desk, tmp_path: Path) -> None:
    outbox, _ = desk.process(acts=["take", "refuse", "lose"])
    texts: Sequence[str] = ("one", "two", "three")
    for text in texts:
        await outbox.send(desk.incident.id, await desk.approved(outbox, text))
    events = await desk.store.events(desk.incident.id)
    other = await open_store(tmp_path / "other" / "warroom.db")
    try:
        await other.bring_in(events, [])
        assert await other.drafts() == await desk.store.drafts()
        assert all(verdict.clean for verdict in await other.verify())
    finally:
        await other.close()


@pytest.mark.parametrize(("change", "said"), [
    ("UPDATE drafts SET state = 'sent'", "state is 'sent', the log says 'approved'"),
    ("UPDATE drafts SET text = 'buy now'", "text is 'buy now'"),
    ("UPDATE drafts SET approvals = '[{}]'", "approvals is '[{}]', the log says '[]'"),
    ("DELETE FROM drafts", "it has no state"),
])
async def test_state_of_a_reply_that_the_log_does_not_say_is_found(
    desk: Desk, tmp_path: Path, change: str, said: str,
) -> None:
    outbox, _ = desk.process()
    await desk.approved(outbox)
    with contextlib.closing(sqlite3.connect(tmp_path / "warroom.db")) as database:
        database.execute(change)
        database.commit()
    verdict, = await desk.store.verify()
    assert not verdict.clean
    assert said in verdict.drift[0]
