"""Tests mirror the rooms: what tests a module stands under its noun, `graph/search/find.py` ↔
`tests/graph/search/test_find.py`, or is named here with the reason why it stands elsewhere."""

from collections.abc import Mapping

import pytest

from tests.test_layers import NAMED, ROOT

DECLARED = "only declares: a test under its noun would say the same again"
COMPILED = "a step of the compiler: its input and output are a question and a statement, and those are cases"
PRINTED = "makes a part of the printed schema, which is compared with what is committed"
COMMAND = "a command is tested as it is typed"
SERVED = "a page is tested as it is served"
THROUGH = "has one caller, and is tested through it"
ELSEWHERE: Mapping[str, tuple[str, str]] = {
    # graph
    "graph.trust": ("opdeplank/graph/test_soundness", THROUGH),
    "graph.copying.integrity": ("opdeplank/graph/test_soundness", THROUGH),
    "graph.domain.declaration": ("graph/test_scratch_model", DECLARED),
    "graph.domain.marks": ("graph/domain/test_reader", DECLARED),
    "graph.domain.provenance": ("graph/domain/test_reader", DECLARED),
    "graph.domain.vocabulary": ("graph/domain/test_reader", DECLARED),
    "graph.contact.numbers": ("graph/pasklaar/test_lookup", THROUGH),
    "graph.copying.load_receipts": ("opdeplank/copies/test_taking", THROUGH),
    "graph.copying.restore": ("opdeplank/copies/test_putting_back", THROUGH),
    "graph.copying.walk": ("opdeplank/copies/test_taking", THROUGH),
    "graph.cypher.atoms": ("graph/cypher/test_render", DECLARED),
    "graph.contents.attached": ("loaders/curate/test_merge_things", THROUGH),
    "graph.contents.evidence": ("loaders/curate/test_why", THROUGH),
    "graph.contents.foreseen": ("graph/engine/test_gathering", THROUGH),
    "graph.contents.namesakes": ("schema/mutations/test_reporting_own", THROUGH),
    "graph.contents.progress_reports": ("schema/mutations/test_reporting_own", THROUGH),
    "graph.engine.transaction": ("graph/engine/test_store", THROUGH),
    "graph.engine.within": ("schema/execute/test_carrying_out", THROUGH),
    "graph.contents.existing": ("loaders/load/test_apply", THROUGH),
    "graph.contents.inspection": ("loaders/curate/test_check", THROUGH),
    "graph.cypher.sight": ("schema/test_walk", "is what the whole walk is about"),
    "graph.map.coefficients": ("graph/map/test_verdict", DECLARED),
    "graph.upkeep.own_reports": ("opdeplank/bureau/views/test_melding_desk", THROUGH),
    "graph.engine.ending": ("graph/engine/test_store", THROUGH),
    "graph.engine.full_text": ("graph/upkeep/test_constraints", THROUGH),
    "graph.engine.sessions": ("graph/engine/test_store", THROUGH),
    "graph.meaning.catalogue": ("graph/meaning/test_index", THROUGH),
    "graph.meaning.learning": ("graph/meaning/test_index", THROUGH),
    "graph.meaning.similarity": ("graph/meaning/test_index", DECLARED),
    "graph.pasklaar.outcome": ("graph/pasklaar/test_lookup", DECLARED),
    "graph.pasklaar.candidates": ("graph/pasklaar/test_lookup", THROUGH),
    "graph.pasklaar.for_gemeente": ("graph/pasklaar/test_pool", "is compared with a look by hand, beside the pool"),
    "graph.pasklaar.standing": ("graph/pasklaar/test_pool", "is compared with a look by hand, beside the pool"),
    "graph.search.similar": ("schema/compile/test_stages", "is asked as fields of the schema"),
    "graph.search.traject_criteria": ("schema/compile/test_stages", "is asked as fields of the schema"),
    "graph.erasure.traces": ("loaders/curate/test_forget", THROUGH),
    # loaders
    "loaders.load.single": ("schema/mutations/test_curating", THROUGH),
    "loaders.report.reporter": ("schema/mutations/test_reporting_own", DECLARED),
    "loaders.report.faults": ("schema/mutations/test_reporting_own", DECLARED),
    "loaders.report.meanwhile": (
        "schema/mutations/test_reporting_own",
        "is tested by two who write",
    ),
    "loaders.report.reporting": ("schema/mutations/test_reporting_own", "is tested by what is reported"),
    "loaders.report.understood": ("schema/mutations/test_reporting_own", THROUGH),
    "loaders.curate.touched": ("opdeplank/copies/test_taking", THROUGH),
    "loaders.curate.undo_texts": ("loaders/curate/test_forget", THROUGH),
    # schema
    "schema.mutations.mutation": ("schema/mutations/test_reporting_own", DECLARED),
    "schema.mutations.offered": ("test_melden", DECLARED),
    "schema.types.writing": ("schema/test_generated", PRINTED),
    "schema.compile.compiler": ("schema/test_cases", COMPILED),
    "schema.compile.connection": ("schema/test_pages", COMPILED),
    "schema.compile.facets": ("schema/test_plain", COMPILED),
    "schema.compile.root_field": ("schema/test_cases", COMPILED),
    "schema.compile.spot": ("schema/leaves/test_directives", COMPILED),
    "schema.execute.envelope": ("schema/execute/test_execution", THROUGH),
    "schema.execute.compiled": ("schema/execute/test_plans", DECLARED),
    "schema.execute.introspection": ("schema/request/test_schema_size", THROUGH),
    "schema.execute.parsing": ("schema/test_messages", THROUGH),
    "schema.execute.working_out": ("schema/compile/test_stages", THROUGH),
    "schema.fields.computed": ("schema/compile/test_stages", THROUGH),
    "schema.fields.calling": ("schema/compile/test_stages", THROUGH),
    "schema.fields.deferred": ("schema/compile/test_stages", THROUGH),
    "schema.fields.comparisons": ("schema/compile/test_conditions", THROUGH),
    "schema.fields.filters": ("schema/compile/test_conditions", THROUGH),
    "schema.leaves.enums": ("schema/test_generated", PRINTED),
    "schema.response.outputs": ("schema/execute/test_nulls", DECLARED),
    "schema.response.projector": ("schema/execute/test_nulls", COMPILED),
    "schema.types.facts": ("schema/test_generated", PRINTED),
    "schema.types.outcomes": ("schema/test_generated", PRINTED),
    "schema.types.relay": ("schema/types/test_connections", PRINTED),
    "schema.types.results": ("schema/test_generated", PRINTED),
    "schema.types.types": ("schema/test_generated", PRINTED),
    # loaders
    "loaders.answers.answer_columns": ("loaders/answers/test_answering", DECLARED),
    "loaders.answers.answer_names": ("loaders/answers/test_answering", THROUGH),
    "loaders.proposal.json_answers": ("loaders/answers/test_answering", "says the same as the workbook, side by side"),
    # opdeplank
    "opdeplank.bureau.office": ("web/test_werkbank", SERVED),
    "opdeplank.bureau.views.beside_melding": ("opdeplank/bureau/views/test_melding_desk", THROUGH),
    "opdeplank.bureau.views.entries": ("opdeplank/bureau/views/test_overview", DECLARED),
    "opdeplank.bureau.views.desk_routes": ("web/test_werkbank", SERVED),
    "opdeplank.bureau.views.loading_page": ("web/test_werkbank", SERVED),
    "opdeplank.columns_page": ("test_docs", "writes a page, which is compared with what is committed"),
    "opdeplank.domain_page": ("test_docs", "writes a page, which is compared with what is committed"),
    "opdeplank.seed_vectors": ("seeds/test_vectors", "writes a file, which is compared with what is committed"),
    "opdeplank.commands.ask.controleer": ("loaders/test_commands", COMMAND),
    "opdeplank.commands.ask.waarom": ("loaders/test_commands", COMMAND),
    "opdeplank.commands.fill.laad": ("loaders/test_commands", COMMAND),
    "opdeplank.commands.fill.lees": ("loaders/test_commands", COMMAND),
    "opdeplank.commands.fill.samenvoegen": ("test_guide", COMMAND),
    "opdeplank.commands.fill.terug": ("loaders/test_commands", COMMAND),
    "opdeplank.commands.run.bewaar": ("test_guide", COMMAND),
    "opdeplank.commands.run.volg": ("test_guide", COMMAND),
    "opdeplank.copies.trail": ("opdeplank/copies/test_shipping", THROUGH),
    "opdeplank.watching.seen": ("opdeplank/watching/test_watched", THROUGH),
    "opdeplank.commands.run.herstel": ("test_guide", COMMAND),
    "opdeplank.commands.run.mcp": ("opdeplank/assistant/test_mcp_server", COMMAND),
    "opdeplank.commands.run.migreer": ("opdeplank/test_cli", COMMAND),
    "opdeplank.commands.run.schema": ("opdeplank/test_cli", COMMAND),
    "opdeplank.commands.run.registreer": ("opdeplank/graphql/test_saved_questions", COMMAND),
    "opdeplank.commands.run.start": ("opdeplank/test_cli", COMMAND),
    "opdeplank.commands.run.status": ("opdeplank/test_cli", COMMAND),
    "opdeplank.exports.files.about_data": ("opdeplank/exports/files/test_excel_file", DECLARED),
    "opdeplank.exports.catalogue_page": ("opdeplank/exports/test_export", SERVED),
    "opdeplank.exports.turned_pages": ("opdeplank/exports/test_export", THROUGH),
    "opdeplank.exports.file_kinds": ("opdeplank/exports/test_export", THROUGH),
    "opdeplank.graphql.api": ("schema/test_generated", PRINTED),
    "opdeplank.graphql.endpoint": ("opdeplank/graphql/test_question", "is tested over HTTP, by what is sent"),
    "opdeplank.graphql.registered_examples": (
        "opdeplank/pages/test_manifest",
        "is shown, and asked, as the page of them shows it",
    ),
    "opdeplank.graphql.rehearsal": ("opdeplank/graphql/test_registered", THROUGH),
    "opdeplank.http.assets": ("opdeplank/test_app", SERVED),
    "opdeplank.http.frame": ("opdeplank/test_app", SERVED),
    "opdeplank.http.site_files": ("opdeplank/test_app", SERVED),
    "opdeplank.pages.desk": ("opdeplank/pages/test_reply", THROUGH),
    "opdeplank.pages.filtered.list_criteria": ("opdeplank/pages/filtered/test_choice", DECLARED),
    "opdeplank.pages.filtered.filtered_page": ("web/test_lists", SERVED),
    "opdeplank.pages.explore.explore_page": ("web/test_verken", SERVED),
    "opdeplank.pages.explore.exploring": ("web/test_verken", SERVED),
    "opdeplank.pages.explore.picture_shown": ("web/test_verken", SERVED),
    "opdeplank.pages.explore.relation_words": ("opdeplank/pages/explore/test_picture_query", DECLARED),
    "opdeplank.pages.graphiql": ("web/test_graphiql", SERVED),
    "opdeplank.pages.overviews": ("web/test_pages", SERVED),
    "opdeplank.pages.routes": ("web/test_addresses", SERVED),
    "opdeplank.pages.shelf.hits": ("opdeplank/pages/test_shelf", SERVED),
    "opdeplank.pages.shelf.shelf_page": ("opdeplank/pages/test_shelf", SERVED),
    "opdeplank.pages.thing.linked": ("opdeplank/pages/test_stored_addresses", SERVED),
    "opdeplank.pages.thing.thing_page": ("web/test_pages", SERVED),
    "opdeplank.pages.thing.thing_parts": ("opdeplank/pages/test_thing_parts", SERVED),
    "opdeplank.pages.statements": ("web/test_addresses", SERVED),
    "opdeplank.pages.widget": ("web/test_widget", SERVED),
    "opdeplank.reconcile.extension": ("opdeplank/reconcile/test_openrefine", SERVED),
    "opdeplank.reconcile.lookup_names": ("opdeplank/reconcile/test_openrefine", SERVED),
    "opdeplank.reconcile.service_manifest": ("opdeplank/reconcile/test_openrefine", SERVED),
    "opdeplank.terminal.shelf_text": ("opdeplank/commands/ask/test_zoek", COMMAND),
}
MOST = len(NAMED) // 4
"""Of four modules at least three have a test of their own."""


def own(name: str) -> bool:
    *rooms, noun = name.split(".")
    return ROOT.joinpath("tests", *rooms, f"test_{noun}.py").is_file()


@pytest.mark.parametrize("name", NAMED)
def test_a_module_has_a_test_of_its_noun(name: str) -> None:
    if name in ELSEWHERE:
        assert not own(name), "it needs no place in the list any more"
        path, why = ELSEWHERE[name]
        assert (ROOT / "tests" / f"{path}.py").is_file()
        assert why
    else:
        assert own(name), "give it a test, or say where it is tested and why there"


def test_the_list_is_short_and_names_what_is_there() -> None:
    assert ELSEWHERE.keys() <= NAMED.keys()
    assert len(ELSEWHERE) < MOST
