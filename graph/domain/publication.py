"""The steps of publication: from where to where a thing goes, who takes that step and what that asks.

    CONCEPT → TER_BEOORDELING → GEPUBLICEERD → INGETROKKEN

Nothing is published that nobody judged, and what is withdrawn is judged again. Who took a step and when is told as
every change is (`Wijziging`), and of what is withdrawn to everybody.
"""

from dataclasses import dataclass

from graph.domain.vocabulary import PublicatieStatus, Rol

CONCEPT, TER_BEOORDELING = PublicatieStatus.CONCEPT, PublicatieStatus.TER_BEOORDELING
GEPUBLICEERD, INGETROKKEN = PublicatieStatus.GEPUBLICEERD, PublicatieStatus.INGETROKKEN
BUREAU = (Rol.PROGRAMMABUREAU,)


@dataclass(frozen=True)
class PublicationStep:
    """`reden`: it is only taken with a reason. `vervanging`: with it one may say what comes in its place."""

    van: PublicatieStatus
    naar: PublicatieStatus
    rollen: tuple[Rol, ...] = BUREAU
    reden: bool = False
    vervanging: bool = False


STEPS = (
    PublicationStep(CONCEPT, TER_BEOORDELING),
    PublicationStep(TER_BEOORDELING, GEPUBLICEERD),
    PublicationStep(TER_BEOORDELING, CONCEPT),
    PublicationStep(GEPUBLICEERD, INGETROKKEN, reden=True, vervanging=True),
    PublicationStep(GEPUBLICEERD, TER_BEOORDELING),
    PublicationStep(INGETROKKEN, TER_BEOORDELING),
)


def step(van: PublicatieStatus, naar: PublicatieStatus) -> PublicationStep | None:
    """The step from the one to the other; None when there is none."""
    return next((each for each in STEPS if (each.van, each.naar) == (van, naar)), None)


def onward(van: PublicatieStatus) -> tuple[PublicatieStatus, ...]:
    """Where a thing can go from here."""
    return tuple(each.naar for each in STEPS if each.van is van)
