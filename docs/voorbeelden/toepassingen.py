# Alle toepassingen in een tabel, en drie vragen eraan. Elk blok na `# %%` is een cel van een notebook.
# Nodig: pip install "gql[httpx]" pandas. Beginnen: python toepassingen.py http://127.0.0.1:8000

# %% De vragen staan in toepassingen.graphql, naast dit bestand.
import sys
from pathlib import Path

import pandas as pd
from gql import Client, GraphQLRequest, gql
from gql.transport.httpx import HTTPXTransport

ADRES = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
VRAGEN = gql((Path(__file__).parent / "toepassingen.graphql").read_text(encoding="utf-8"))

# %% Lees alle bladzijden. `endCursor` van de ene is `na` van de volgende.
rijen = []


def bewaar(oplossing, lijst):
    for t in lijst["nodes"]:
        gemeente = t.pop("gemeente") or {}
        rijen.append({"oplossing": oplossing["titel"], "rijpheid": oplossing["rijpheid"], **t, **gemeente})
    return lijst["pageInfo"]["endCursor"] if lijst["pageInfo"]["hasNextPage"] else None


def vraag(welke, **waarden):
    return dienst.execute(GraphQLRequest(VRAGEN, variable_values=waarden, operation_name=welke))


with Client(transport=HTTPXTransport(url=f"{ADRES}/graphql")) as dienst:
    na, meer = None, True
    while meer:
        bladzijde = vraag("Toepassingen", na=na)["oplossingen"]
        for oplossing in bladzijde["nodes"]:
            verder = bewaar(oplossing, oplossing["toepassingen"])
            while verder:
                rest = vraag("Rest", oplossing=oplossing["id"], na=verder)["node"]
                verder = bewaar(oplossing, rest["toepassingen"])
        na, meer = bladzijde["pageInfo"]["endCursor"], bladzijde["pageInfo"]["hasNextPage"]

toepassingen = pd.DataFrame(rijen)
print(f"{len(toepassingen)} toepassingen van {toepassingen['oplossing'].nunique()} oplossingen")

# %% Welke oplossingen worden het meest gebruikt?
print(toepassingen["oplossing"].value_counts().head(10).to_string())

# %% Hoeveel oplossingen gebruikt een gemeente gemiddeld, per provincie?
per_gemeente = toepassingen.groupby(["provincie", "code"])["oplossing"].nunique()
print(per_gemeente.groupby("provincie").mean().round(1).sort_values(ascending=False).to_string())

# %% Wat is de stand? Een leeg vak betekent: dat weten we niet.
print(toepassingen["status"].fillna("onbekend").value_counts().to_string())
