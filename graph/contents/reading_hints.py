"""What stands in the graph that helps to read a document, besides names. Every statement here only reads."""

import json

from graph.engine.store import Run


async def provinces(run: Run) -> list[tuple[str, str]]:
    """The province of each gemeente that has one."""
    rows = await run("MATCH (g:Gemeente) WHERE g.provincie IS NOT NULL RETURN collect([g.id, g.provincie])", {})
    return [(key, province) for key, province in rows[0][0]]


async def functions(run: Run) -> list[tuple[str, str, str]]:
    """Who has which function where, without an end: person, function, organisation."""
    text = (
        "MATCH (p:Persoon)-[r:WERKT_BIJ]->(o) WHERE r.tot IS NULL AND r.functie IS NOT NULL "
        "RETURN collect([p.id, r.functie, o.id])"
    )
    return [(person, function, organisation) for person, function, organisation in (await run(text, {}))[0][0]]


async def decided_forms(run: Run) -> list[tuple[str, str, str]]:
    """What a person once said that a written form means: soort, form and id, out of the facts that were decided."""
    text = (
        "MATCH (f:Feit)-[:BLIJKT_UIT]->(p:Passage) WHERE f.besluit = 'ja' AND p.bevestigd = true "
        "RETURN collect(DISTINCT [f.soort, f.velden])"
    )
    found = []
    for soort, said in (await run(text, {}))[0][0]:
        velden = json.loads(said)
        form, key = (
            (velden.get("organisatie_vorm"), velden.get("organisatie"))
            if soort in ("rol", "lid")
            else (velden.get("vorm"), velden.get("id"))
        )
        if isinstance(form, str) and isinstance(key, str) and "(niet genoemd)" not in form:
            found.append((key.partition(":")[0], form, key))
    return sorted(found)
