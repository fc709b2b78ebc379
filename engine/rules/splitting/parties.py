"""Parties of different sizes: a witness that they fit whole, a bound from parties that may be split, and a search.

Whoever is next is served if there is room beside the witness (parties stay where they are, single people make room by
the flow: exact). If not, they stay behind if there is no room even for split parties (proof). In between, branch and
bound decides: `wholes`. At the end the same search looks for something more even than the witness, unless the bound
says that there is nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.rules.splitting.balance import Balance, Kind
from engine.rules.splitting.group import Aim, Sibling
from engine.rules.splitting.lines import Candidate, kinds, steps
from engine.rules.splitting.ties import Turn, settle
from engine.rules.splitting.ways import bits
from engine.rules.splitting.wholes import Outcome, Party, Wholes, put


@dataclass(frozen=True, slots=True)
class Answer:
    """The sibling of each candidate; the first aim that is not proven; and who stays behind without a proof."""

    places: Sequence[int | None]
    unproven: Aim | None = None
    not_found: frozenset[int] = field(default_factory=frozenset)


def mixed(group: Sequence[Sibling], line: Sequence[Candidate], unit: int, work: int) -> Answer:
    """Places for candidates of different sizes, in line order; all sizes are multiples of `unit`."""
    sizes = [one.seats // unit for one in line]
    return _Mixed(line, sizes, steps(group, unit, sum(sizes)), work).run()


class _Mixed:
    """`witness` holds who is served, every party fixed to its sibling in `at`; `relaxed` the same people, but parties
    may be split. What failed once for a size and its siblings fails for good: those served only become more."""

    def __init__(
        self, line: Sequence[Candidate], sizes: Sequence[int], table: Sequence[Sequence[int]], work: int
    ) -> None:
        self.line, self.table = line, table
        self.work, self.work_after = work // 2, work // 2  # for the order, and for all that comes after it
        self.parties = [
            Party(kind if size == 1 else Kind(kind.may, kind.easy), size)
            for kind, size in zip(kinds(line), sizes, strict=True)
        ]
        self.served: list[int] = []
        self.not_found: list[int] = []
        self.failed: dict[tuple[int, int], bool] = {}  # by siblings and size: whether that is proven
        self.relaxed: Wholes | None = None
        self._build({})

    def run(self) -> Answer:
        """Serve, even out, and say how sure it is."""
        people: set[int] = set()
        for i, one in enumerate(self.line):
            if one.person_id not in people and self._serve(i):
                people.add(one.person_id)
        unproven = self._even_out()
        self.relaxed = None
        for (
            i
        ) in self.not_found:  # the order is not proven anyway, but nobody stays behind where there is room
            if self.line[i].person_id not in people and self._join(i):
                people.add(self.line[i].person_id)
        left = frozenset(self.not_found) - set(self.served)
        return Answer(self._settled(), "order" if self.not_found else unproven, left)

    def _build(self, at: dict[Party, int]) -> None:
        self.at = at
        self.witness = Balance(self.table)
        self.crowded: dict[int, int] = {}  # by size: siblings where no room can be made for so many
        for party, s in at.items():
            put(self.witness, party.kind.at(s), party.size)
        for i in self.served:
            if self.parties[i].size == 1:
                self.witness.add(self.parties[i].kind)

    def _serve(self, i: int) -> bool:
        party = self.parties[i]
        key = (party.kind.may, party.size)
        if key not in self.failed:
            if self._join(i):
                return True
            proven = self._rearrange(i)
            if proven is None:
                return True
            self.failed[key] = proven
        if not self.failed[key]:
            self.not_found.append(i)
        return False

    def _join(self, i: int) -> bool:
        """Beside the parties that are placed; whoever is alone makes room."""
        party = self.parties[i]
        if party.size == 1:
            joined = self.witness.add(party.kind)
        else:
            joined = any(self._fix(party, s) for s in self._emptiest(party))
        if joined:
            self.served.append(i)
            if self.relaxed is not None:
                self.relaxed.add(party)
        return joined

    def _emptiest(self, party: Party) -> list[int]:
        """Where it could try, the best for the balance first."""
        found = []
        for s in bits(party.kind.may & ~self.crowded.get(party.size, 0)):
            step = self.witness.next_step(s)
            found.append((step is None, step or 0, not party.kind.easy >> s & 1, s))
        return [s for *_, s in sorted(found)]

    def _fix(self, party: Party, s: int) -> bool:
        if put(self.witness, party.kind.at(s), party.size):
            self.at[party] = s
            return True
        self.crowded[party.size] = self.crowded.get(party.size, 0) | 1 << s
        return False

    def _rearrange(self, i: int) -> bool | None:
        """Serve it by placing parties anew. None if that worked; else whether it is proven that nothing does."""
        party = self.parties[i]
        if sum(map(len, self.table)) < sum(self.witness.loads) + party.size:
            return True
        relaxed = self._relax()
        before = relaxed.balance.work
        found = self._squeeze(relaxed, party) if self.work > 0 else Outcome(None, proven=False)
        self.work -= relaxed.balance.work - before
        if found.places is None:
            return found.proven
        self.served.append(i)
        self._build(found.places)
        return None

    def _squeeze(self, relaxed: Wholes, party: Party) -> Outcome:
        if not relaxed.add(party):
            return Outcome(None, proven=True)
        found = relaxed.search(None, self.work)
        if found.places is None:
            relaxed.drop(party)
        return found

    def _even_out(self) -> Aim | None:
        """The most even plan for those served; the aim for which it is not proven."""
        relaxed = self._relax()
        found = relaxed.search(self.witness.cost, self.work_after + max(self.work, 0))
        if found.places is not None:
            self._build(found.places)
        if found.proven:
            return None
        return "evenness" if self.witness.uneven > relaxed.balance.uneven else "asking"

    def _relax(self) -> Wholes:
        if self.relaxed is None:
            self.relaxed = Wholes(Balance(self.table))
            for i in self.served:
                self.relaxed.add(self.parties[i])
        return self.relaxed

    def _settled(self) -> list[int | None]:
        """Where everybody is; the tie rule for those who are alone."""
        alone = sorted(i for i in self.served if self.parties[i].size == 1)
        turns = [Turn(self.parties[i].kind, self.line[i].choice()) for i in alone]
        at: dict[int, int] = dict(zip(alone, settle(self.witness, turns), strict=True))
        return [at.get(i, self.at.get(party)) for i, party in enumerate(self.parties)]
