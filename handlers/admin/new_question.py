"""What is known so far of a question that an admin adds, and what their next answer makes of it."""

import json
import re
import zlib
from dataclasses import dataclass, field, replace

from engine.catalogue.questions import different
from engine.ports import Draft
from engine.questions import CHOICE_MOST, KINDS, MOST_CHOICES, TEXT_MOST, Kind, Question
from engine.refusals import BoundsUnusable, ChoicesUneven, ChoicesUnusable, QuestionUnusable
from handlers.admin.codes import slug
from handlers.names import tidy

KIND = "question"
WORDS, CHOICES, BOUNDS, NOTHING = "words", "choices", "bounds", ""
BOUND = re.compile(r"(-?[0-9]{1,9})\s*(?:[-–\s]|\.\.)\s*(-?[0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class New:
    """What is known so far. `wants` is what is typed next, in `language`; `choices` are by language, a line each."""

    service_id: int
    kind: Kind
    wants: str = WORDS
    language: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    bounds: tuple[int, int] | None = None

    def draft(self) -> Draft:
        """As it is kept."""
        choices = [[language, *words] for language, words in self.choices.items()]
        return Draft(
            KIND,
            {
                "service": self.service_id,
                "kind": self.kind,
                "wants": self.wants,
                "language": self.language,
                "texts": [word for pair in self.texts.items() for word in pair],
                "choices": ["\n".join(words) for words in choices],
                "bounds": [str(bound) for bound in self.bounds or ()],
            },
        )

    @property
    def number(self) -> int:
        """Tells what is known now from what was known before, in few digits."""
        known = replace(self, wants=NOTHING, language="").draft().data
        return zlib.crc32(json.dumps(known, sort_keys=True).encode()) % 9999 + 1

    @property
    def whole(self) -> bool:
        """Whether it can be asked."""
        return bool(self.texts) and (self.kind != "choice" or bool(self.choices))

    def question(self, *, required: bool) -> Question:
        """As it will be asked."""
        languages = list(self.choices)
        words = zip(*self.choices.values(), strict=True)
        least, most = self.bounds or (None, None)
        language, text = next(iter(self.texts.items()))
        return Question(
            code=slug(text, language, KIND),
            texts=self.texts,
            kind=self.kind,
            required=required,
            choices=tuple(dict(zip(languages, each, strict=True)) for each in words),
            least=least,
            most=most,
        )


def new_of(draft: Draft | None) -> New | None:
    """The question in a draft; None for anything else an admin was asked."""
    match draft:
        case Draft(
            "question",
            {
                "service": int(service_id),
                "kind": str(kind),
                "wants": str(wants),
                "language": str(language),
                "texts": list(texts),
                "choices": list(choices),
                "bounds": list(bounds),
            },
        ):
            found = next((each for each in KINDS if each == kind), KINDS[0])
            listed = [each.split("\n") for each in choices]
            return New(
                service_id,
                found,
                wants,
                language,
                dict(zip(texts[::2], texts[1::2], strict=True)),
                {words[0]: words[1:] for words in listed},
                (int(bounds[0]), int(bounds[1])) if bounds else None,
            )
        case _:
            return None


def with_answer(new: New, text: str) -> New:
    """What is asked next is in it. Raises what is wrong with the answer."""
    match new.wants:
        case "words":
            words = tidy(text)
            if not 1 <= len(words) <= TEXT_MOST:
                raise QuestionUnusable(most=TEXT_MOST)
            wants = CHOICES if new.kind == "choice" else NOTHING
            return replace(new, texts={**new.texts, new.language: words}, wants=wants)
        case "choices":
            return replace(new, choices={**new.choices, new.language: _choices(new, text)}, wants=NOTHING)
        case "bounds":
            found = BOUND.fullmatch(tidy(text))
            if found is None or int(found[1]) > int(found[2]):
                raise BoundsUnusable
            return replace(new, bounds=(int(found[1]), int(found[2])), wants=NOTHING)
        case _:
            return new


def _choices(new: New, text: str) -> list[str]:
    words = [tidy(line) for line in text.splitlines() if line.strip()]
    right = all(1 <= len(each) <= CHOICE_MOST for each in words)
    if not 2 <= len(words) <= MOST_CHOICES or not right:
        raise ChoicesUnusable(most=MOST_CHOICES, count=CHOICE_MOST)
    others = [known for language, known in new.choices.items() if language != new.language]
    if others and len(others[0]) != len(words):
        raise ChoicesUneven(wanted=len(others[0]))
    if not different(
        [{str(n): word for n, word in enumerate(each)} for each in zip(words, *others, strict=True)]
    ):
        raise ChoicesUnusable(most=MOST_CHOICES, count=CHOICE_MOST)
    return words
