"""From the row of a hand-written statement to its answer: written out for each operation, as one would by hand.

A statement gives bare values in lists: maps would send every key with every row, and take longer to read.
"""

from collections.abc import Callable
from typing import Any

Row = list[Any]
Answer = dict[str, Any]


def gemeente(row: Row) -> Answer:
    key, name, province = row
    return {"id": key, "naam": name, "provincie": province}


def een_ding(row: Row) -> Answer:
    key, name, text, rijpheid, used, knelpunten, themas = row
    return {
        "oplossing": {
            "id": key,
            "titel": name,
            "samenvatting": text,
            "rijpheid": rijpheid,
            "toepassingen": {"nodes": [{"id": i, "status": s, "gemeente": g and gemeente(g)} for i, s, g in used]},
            "knelpunten": {"nodes": [{"id": i, "titel": t, "fase": f} for i, t, f in knelpunten]},
            "themas": {"nodes": [{"id": i, "naam": n} for i, n in themas]},
        }
    }


def lijst_met_relaties(row: Row) -> Answer:
    return {
        "knelpunten": {
            "nodes": [
                {
                    "id": i,
                    "titel": t,
                    "fase": f,
                    "themas": {"nodes": [{"naam": n} for n in themas]},
                    "oplossingen": {"nodes": [{"titel": o, "rijpheid": r} for o, r in found]},
                }
                for i, t, f, themas, found in row[0]
            ]
        }
    }


def drie_stappen(row: Row) -> Answer:
    def place(found: Row | None) -> Answer | None:
        return {"naam": found[0], "ervaart": {"nodes": [{"titel": t} for t in found[1]]}} if found else None

    nodes = [
        {"titel": t, "toepassingen": {"nodes": [{"gemeente": place(each)} for each in used]}} for t, used in row[1]
    ]
    return {"knelpunt": {"titel": row[0], "oplossingen": {"nodes": nodes}}}


def bladzijde(row: Row) -> Answer:
    found = row[0]
    nodes = [{"id": i, "titel": t, "rijpheid": r, "samenvatting": s} for i, t, r, s in found[:100]]
    return {"oplossingen": {"nodes": nodes, "pageInfo": {"hasNextPage": len(found) > 100}}}


def vijf_wortels(row: Row) -> Answer:
    recent, running, laws, knelpunten, place = row
    return {
        "recent": {"nodes": [{"id": i, "titel": t} for i, t in recent]},
        "lopend": {
            "nodes": [
                {"id": i, "naam": n, "deelnemers": {"nodes": [{"weergavenaam": w} for w in parties]}}
                for i, n, parties in running
            ]
        },
        "wetten": {"nodes": [{"id": i, "naam": n} for i, n in laws]},
        "knelpunten": {
            "nodes": [
                {"id": i, "titel": t, "oplossingen": {"nodes": [{"titel": o} for o in found]}}
                for i, t, found in knelpunten
            ]
        },
        "gemeente": place and {"id": place[0], "naam": place[1], "inwoners": place[2]},
    }


def relatie_met_filter(row: Row) -> Answer:
    edges = [
        {
            "dekking": d,
            "node": {
                "id": i,
                "titel": t,
                "rijpheid": r,
                "toepassingen": {
                    "nodes": [
                        {"status": s, "sinds": since, "gemeente": g and {"id": g[0], "naam": g[1]}}
                        for s, since, g in used
                    ]
                },
            },
        }
        for d, i, t, r, used in row[2]
    ]
    return {"knelpunt": {"id": row[0], "titel": row[1], "oplossingen": {"edges": edges}}}


def fragmenten(row: Row) -> Answer:
    key, name, status, pasklaar, ideas, parties, knelpunten = row

    def maker(found: Row | None) -> Answer:
        return gemeente(found) if found else {}

    return {
        "traject": {
            "__typename": "Traject",
            "id": key,
            "naam": name,
            "status": status,
            "pasklaar": {"nodes": [{"id": i, "titel": t, "rijpheid": r} for i, t, r in pasklaar]},
            "ideeen": {"nodes": [{"id": i, "titel": t, "rijpheid": r} for i, t, r in ideas]},
            "deelnemers": {"edges": [{"rol": r, "node": maker(g)} for r, g in parties]},
            "knelpunten": {
                "nodes": [
                    {
                        "id": i,
                        "titel": t,
                        "fase": f,
                        "themas": {"nodes": [{"naam": n} for n in themas]},
                        "oplossingen": {
                            "nodes": [
                                {"id": o, "titel": u, "rijpheid": r, "maker": {"nodes": [maker(g) for g in makers]}}
                                for o, u, r, makers in found
                            ]
                        },
                    }
                    for i, t, f, themas, found in knelpunten
                ]
            },
        }
    }


def lange_lijst(row: Row) -> Answer:
    return {"oplossingen": {"nodes": [{"id": i, "titel": t, "rijpheid": r, "bewijs": b} for i, t, r, b in row[0]]}}


def diep(row: Row) -> Answer:
    def traject(name: str, found: Row) -> Answer:
        return {"naam": name, "knelpunten": {"nodes": [{"titel": t} for t in found]}}

    def place(found: Row | None) -> Answer | None:
        return {"naam": found[0], "trajecten": {"nodes": [traject(*each) for each in found[1]]}} if found else None

    def oplossing(name: str, used: Row) -> Answer:
        return {"titel": name, "toepassingen": {"nodes": [{"gemeente": place(each)} for each in used]}}

    nodes = [{"titel": t, "oplossingen": {"nodes": [oplossing(*each) for each in found]}} for t, found in row[1]]
    return {"thema": {"naam": row[0], "knelpunten": {"nodes": nodes}}}


def telling(row: Row) -> Answer:
    edges = [{"cursor": c, "dekking": d, "node": {"id": i, "titel": t}} for c, d, i, t in row[2]]
    return {"knelpunt": {"id": row[0], "oplossingen": {"aantal": row[1], "edges": edges}}}


SHAPES: dict[str, Callable[[Row], Answer]] = {
    "EenDing": een_ding,
    "LijstMetRelaties": lijst_met_relaties,
    "DrieStappen": drie_stappen,
    "Bladzijde": bladzijde,
    "VijfWortels": vijf_wortels,
    "RelatieMetFilter": relatie_met_filter,
    "Fragmenten": fragmenten,
    "LangeLijst": lange_lijst,
    "Diep": diep,
    "Telling": telling,
}
"""By the name of the operation."""
