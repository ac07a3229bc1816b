"""What a role may see, the obvious way: the graph without what is hidden from it."""

from graph.domain.vocabulary import Rol
from tests.plain.dump import Dump, Thing, Tie

INSIDE = (Rol.ANALIST, Rol.PROGRAMMABUREAU)
NEEDS = {
    "Toepassing": {"VAN", "PAST_TOE"}, "Uitvoeringsprogramma": {"HEEFT_PROGRAMMA", "GAAT_OVER"},
    "Voortgang": {"MELDT"},
}  # fmt: skip
"""What cannot do without others, and by which relationships it is tied to them."""


def seen_by(dump: Dump, role: Rol) -> Dump:
    """The graph as if what the role may not see was never there."""
    if role in INSIDE:
        return Dump(dump.things, role)
    sight = Sight(dump)
    kept = {key: thing for key, thing in dump.things.items() if sight.sees(thing)}
    copies = {key: Thing(thing.kind, thing.values) for key, thing in kept.items()}
    for key, thing in kept.items():
        copy = copies[key]
        copy.facts = [copies[each.id] for each in thing.facts if each.id in copies]
        copy.history = [copies[each.id] for each in thing.history if each.id in copies]
        copy.about = copies.get(thing.about.id) if thing.about else None
        copy.subject = copies.get(thing.subject.id) if thing.subject else None
        for tie in thing.out:
            if tie.target.id in copies:
                facts = [copies[each.id] for each in tie.facts if each.id in copies]
                made = Tie(tie.type, copy, copies[tie.target.id], tie.values, facts)
                copy.out.append(made)
                made.target.into.append(made)
    return Dump(copies, role)


def how_many(dump: Dump) -> int:
    """How many things everybody sees: how rare a word is goes by those, whoever asks."""
    sight = Sight(dump)
    return sum(thing.kind.is_entity and sight.sees(thing) for thing in dump.things.values())


class Sight:
    """Everybody's."""

    def __init__(self, dump: Dump) -> None:
        self.dump = dump

    def sees(self, thing: Thing) -> bool:
        match thing.kind.name:
            case "Lading":
                return False
            case "Wijziging":
                return thing.get("plaatsOpenbaar") is not None
            case "Feit":
                named = [str(thing.get(name) or "").split("|")[0] for name in ("onderwerp", "voorwerp")]
                there = [self.dump.things[key] for key in named if key in self.dump.things]
                return all(self.sees(each) for each in there if each.kind.is_entity)
            case "Vermelding":
                return any(self.sees(tie.source) for tie in thing.into if tie.type == "BLIJKT_UIT")
            case "Bron":
                return any(self.sees(tie.source) for tie in thing.into if tie.type == "UIT")
        return published(thing) and all(published(each) for each in needed(thing))


def published(thing: Thing) -> bool:
    return bool(thing.get("publicatieStatus") == "GEPUBLICEERD")


def needed(thing: Thing) -> list[Thing]:
    wanted = NEEDS.get(thing.kind.name, set())
    return [t.target for t in thing.out if t.type in wanted] + [t.source for t in thing.into if t.type in wanted]
