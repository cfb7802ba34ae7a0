"""The strategy: what kind of crisis it is and how it is answered, what the theory advises and what is at odds."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from warroom.domain.incident import Incident
from warroom.domain.strategy import EXAMPLES, MEANS, Cluster, Strategy, advice, at_odds
from widgets.reader import Reader
from widgets.rows import Row, Tone, cut, fold

_CLUSTERS: Final = {"1": Cluster.VICTIM, "2": Cluster.ACCIDENTAL, "3": Cluster.PREVENTABLE}
_ANSWERS: Final = {"i": Strategy.INFORM, "n": Strategy.DENY, "d": Strategy.DIMINISH, "r": Strategy.REBUILD,
                   "b": Strategy.BOLSTER}


class Choices(Reader):
    """The two choices and the advice."""

    def __init__(self, now: Incident) -> None:
        super().__init__(id="choices")
        self.cluster = Cluster(now.cluster) if now.cluster else None
        self.answer = Strategy(now.strategy) if now.strategy else None
        self.history = self.rumour = False
        self._before = now.strategy

    @property
    def clash(self) -> str:
        """Why the answer contradicts the one that was in force; "" where it does not."""
        return at_odds(self._before, self.answer) if self.answer is not None else ""

    def rows_for(self, columns: int) -> list[Row]:
        """The kinds of crisis, what is known of this one, the advice, the answers."""
        rows: list[Row] = [[("What kind of crisis is it?", Tone.STRONG)]]
        for key, cluster in _CLUSTERS.items():
            line = self._line(key, cluster, EXAMPLES[cluster], chosen=cluster is self.cluster)
            rows.append(cut(line, columns))
        rows += [[], self._switch("h", "it happened before, or the reputation was bad", on=self.history),
                 self._switch("f", "what is claimed is false (a rumour)", on=self.rumour), []]
        told = None
        if self.cluster is not None:
            told = advice(self.cluster, history=self.history, rumour=self.rumour)
            also = f", with {' and '.join(told.also)}" if told.also else ""
            rows += [[(line, Tone.ACCENT)] for line in fold(f"Advised: {told.first}{also}. {told.words}", columns)]
            rows += [[(line, Tone.DIM)] for line in fold("What to do and what is known always comes first.", columns)]
            rows.append([])
        rows.append([("How is it answered?", Tone.STRONG)])
        for key, answer in _ANSWERS.items():
            mark = "(advised) " if told is not None and answer is told.first else ""
            rows.append(cut(self._line(key, answer, f"{mark}{MEANS[answer]}", chosen=answer is self.answer), columns))
        if self.clash:
            rows += [[], *([(line, Tone.WARN)] for line in fold(f"! {self.clash}", columns))]
        keeps = "Approvals that were given under another strategy lapse; the composer reminds of it."
        return [*rows, [], *([(line, Tone.DIM)] for line in fold(keeps, columns))]

    def _line(self, key: str, name: str, words: str, *, chosen: bool) -> Row:
        mark = "●" if chosen else "○"
        return [(f" {key} ", Tone.ACCENT), (f"{mark} {name:<13}", Tone.STRONG if chosen else Tone.PLAIN),
                (words, Tone.DIM)]

    def _switch(self, key: str, words: str, *, on: bool) -> Row:
        return [(f" {key} ", Tone.ACCENT), (f"[{'x' if on else ' '}] {words}", Tone.PLAIN)]


class StrategyPage(ModalScreen[tuple[str, str] | None]):
    """Asks for cluster and answer; gives both, or None where nothing was set."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"cluster('{key}')", f"It is a {cluster} crisis", show=False, id=f"strategy.{cluster}")
          for key, cluster in _CLUSTERS.items()),
        *(Binding(key, f"answer('{key}')", f"Answer: {answer}", show=False, id=f"strategy.{answer}")
          for key, answer in _ANSWERS.items()),
        Binding("h", "history", "It happened before", show=False, id="strategy.history"),
        Binding("f", "rumour", "What is claimed is false", show=False, id="strategy.rumour"),
        Binding("s", "set", "Set it", show=False, id="strategy.set"),
        Binding("escape,S", "leave", "Leave it as it is", show=False, id="strategy.leave"),
    ]
    DEFAULT_CSS = """
    StrategyPage { align: center middle; }
    StrategyPage > Vertical { width: 90%; max-width: 92; height: 90%; max-height: 26; padding: 0 1; }
    """

    def __init__(self, now: Incident) -> None:
        super().__init__()
        self._now = now
        self.choices = Choices(now)

    def compose(self) -> ComposeResult:
        """The choices in a frame."""
        with Vertical() as frame:
            frame.border_title = " Strategy "
            frame.border_subtitle = " s sets it · Esc leaves it "
            yield self.choices

    def on_mount(self) -> None:
        """Scroll by keys at once."""
        self.choices.focus()

    def action_cluster(self, key: str) -> None:
        """Choose the kind of crisis; the advised answer is taken where none was in force."""
        self.choices.cluster = _CLUSTERS[key]
        self._advise()

    def action_answer(self, key: str) -> None:
        """Choose the answer."""
        self.choices.answer = _ANSWERS[key]
        self.choices.update()

    def action_history(self) -> None:
        """Say that it happened before, or did not."""
        self.choices.history = not self.choices.history
        self._advise()

    def action_rumour(self) -> None:
        """Say that the claim is false, or is not."""
        self.choices.rumour = not self.choices.rumour
        self._advise()

    def _advise(self) -> None:
        chosen = self.choices
        if chosen.cluster is not None and not self._now.strategy:
            chosen.answer = advice(chosen.cluster, history=chosen.history, rumour=chosen.rumour).first
        chosen.update()

    def action_set(self) -> None:
        """Give what was chosen."""
        cluster, answer = self.choices.cluster, self.choices.answer
        self.dismiss((str(cluster or ""), str(answer or "")))

    def action_leave(self) -> None:
        """Give nothing."""
        self.dismiss(None)
