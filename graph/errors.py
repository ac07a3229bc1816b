"""Everything that can go wrong in the graph, in one tree.

    GraphError
    ├── StoreError             the database refused, failed or is away
    │   ├── StoreUnavailable   away or too busy; the same request may work in a moment
    │   │   ├── StoreDamaged   what it stores is not whole, so nothing is answered from it
    │   │   ├── StoreTooSmall  the transaction does not fit in the memory of the database
    │   │   └── StoreFull      no room to write on the disk of the data folder; what is there can be read
    │   ├── StoreTimeout       the statement took longer than it may
    │   ├── StoreLocked        another process has the data folder open
    │   ├── StoreBroken        the data folder cannot be opened or written
    │   ├── StoreTooNew        the store was made by a newer version of this program
    │   ├── LoginRefused       wrong user or password
    │   ├── AccessRefused      this user may not do this
    │   ├── WriteConflict      another write got in between, also after retrying
    │   ├── WriteUnknown       the connection broke while the write was being confirmed
    │   ├── StatementRefused   the database does not accept our statement: a mistake of ours
    │   └── StoreFailed        the database reports an error of its own
    ├── MigrationFailed        a migration stopped; the version is as it was
    ├── ModelError             a mistake in a declaration
    ├── StaleBasis             a proposal was made on an older graph
    ├── NotFound               no thing has this id
    └── BadCursor              a cursor was changed, or belongs to another list

`melding` is the Dutch sentence for the person who asked: what to do next, and never a statement, a host name or a
secret. What the database said itself is the `__cause__`, for the log.
"""


class GraphError(Exception):
    melding = "Er ging iets mis in de kennisgraaf. Probeer het opnieuw of vraag je beheerder."

    def __init__(self, melding: str | None = None) -> None:
        if melding is not None:
            self.melding = melding
        super().__init__(self.melding)


class StoreError(GraphError):
    melding = "De database kon dit niet uitvoeren. Probeer het opnieuw of vraag je beheerder."


class StoreUnavailable(StoreError):
    melding = "De database is nu niet bereikbaar. Probeer het over een minuut opnieuw."


class StoreDamaged(StoreUnavailable):
    melding = "De opslag van de graaf is beschadigd. Zet de dienst stil en zet een kopie terug met 'opdeplank herstel'."


class StoreTimeout(StoreError):
    melding = "Deze vraag duurt te lang. Vraag minder tegelijk of gebruik een filter."


class StoreLocked(StoreError):
    melding = "De gegevensmap is al in gebruik door een ander proces. Stop dat proces of kies een andere map."


class StoreBroken(StoreError):
    melding = "De gegevensmap kan niet worden geopend. Controleer de rechten en de vrije ruimte op de schijf."


class StoreTooSmall(StoreUnavailable):
    melding = (
        "Dit is te veel in één keer voor het geheugen van de database. Er is niets opgeslagen. "
        "Doe het in delen, of geef de database meer geheugen."
    )


class StoreFull(StoreUnavailable):
    melding = "De schijf met de gegevensmap is vol. Er is niets opgeslagen. Maak ruimte en probeer het opnieuw."


class StoreTooNew(StoreError):
    melding = "Deze gegevens zijn gemaakt met een nieuwere versie van Op de Plank. Installeer die versie."


class LoginRefused(StoreError):
    melding = "De database weigert de inlog. Controleer de gebruiker en het wachtwoord in je instellingen."


class AccessRefused(StoreError):
    melding = "De databasegebruiker mag dit niet. Geef deze gebruiker lees- en schrijfrechten of kies een andere."


class WriteConflict(StoreError):
    melding = "Iemand anders wijzigde hetzelfde op hetzelfde moment. Er is niets opgeslagen. Probeer het opnieuw."


class WriteUnknown(StoreError):
    melding = (
        "De verbinding met de database viel weg tijdens het opslaan. "
        "Kijk eerst of je wijziging er staat voordat je het opnieuw probeert."
    )


class StatementRefused(StoreError):
    melding = "Op de Plank stelde een vraag die de database niet begrijpt. Meld dit aan je beheerder."


class StoreFailed(StoreError):
    melding = "De database meldt een eigen fout. Kijk of de schijf vol is, of vraag je beheerder om het logboek."


class MigrationFailed(GraphError):
    melding = "Een migratie is mislukt. De gegevens zijn zoals ze waren."


class ModelError(GraphError):
    melding = "Er staat een fout in de beschrijving van het domein."


class StaleBasis(GraphError):
    melding = "Dit voorstel is gemaakt op een oudere graaf. Maak het opnieuw met 'opdeplank lees'."


class NotFound(GraphError):
    """`key` is the id that is not there, when there is one."""

    melding = "Deze id bestaat niet. Zoek eerst op naam om de juiste id te vinden."

    def __init__(self, melding: str | None = None, key: str | None = None) -> None:
        super().__init__(melding)
        self.key = key


class BadCursor(GraphError):
    melding = "Deze cursor hoort niet bij deze lijst. Begin weer bij de eerste bladzijde."
