"""What the programme does with what is there: publish and withdraw, merge, confirm, and take a load back."""

from typing import Any

from graph.contents import existing, old_ids
from graph.cypher.rows import EdgeRow, NodeRow
from graph.domain.vocabulary import PublicatieStatus
from graph.errors import GraphError, NotFound, StoreError
from loaders.curate.merge_things import merge_within
from loaders.load.changes import Turn
from loaders.load.difference import Difference
from loaders.load.single import write_one
from loaders.load.undo import undo_within
from loaders.report import meanwhile
from loaders.report.desk import Desk
from loaders.report.faults import Fault, NotDone, not_found, wrong
from loaders.report.letter import Entry
from loaders.report.reporting import Report, put
from schema.mutations.mutation import Arguments

STATUS = PublicatieStatus
NEXT = {
    STATUS.CONCEPT: (STATUS.TER_BEOORDELING,),
    STATUS.TER_BEOORDELING: (STATUS.GEPUBLICEERD, STATUS.CONCEPT),
    STATUS.GEPUBLICEERD: (STATUS.INGETROKKEN, STATUS.TER_BEOORDELING),
    STATUS.INGETROKKEN: (STATUS.TER_BEOORDELING,),
}
"""The steps of publication: nothing is published that nobody judged, and what is withdrawn is judged again."""
