"""The words for functions, by how they end: `wethouder`, `programmamanager`, `raadslid`."""

import re

ROLE = re.compile(
    r"(?:directeur|directrice|directielid|manager|leider|leidster|regisseur|regisseuse|wethouder|burgemeester|voorzitter|voorzitster|hoofd|"
    r"adviseur|adviseuse|secretaris|minister|coördinator|coordinator|bestuurder|raadslid|penningmeester|functionaris|medewerker|"
    r"medewerkster|ambtenaar|griffier|inspecteur|kwartiermaker|opgavehouder|teamlead|gedeputeerde|commissaris|heemraad|dijkgraaf|"
    r"afgevaardigde|penvoerder|"
    r"wetenschapper|hoogleraar|lector|onderzoeker|projectlead|trekker|portefeuillehouder|consulent|consulente|jurist|"
    r"raadsheer|rector|strateeg|beleidsmaker|specialist|expert|begeleider|bestuurslid|commissielid|statenlid|kamerlid|"
    r"ondernemer|eigenaar|oprichter|oprichtster|initiatiefnemer|ambassadeur|mentor|coach|notulist|directeuren|"
    r"fractievoorzitter|werker|werkster|verpleegkundige|rechter|officier|verlener|deskundige|"
    r"voorlichter|voorlichtster|woordvoerder|vertegenwoordiger|beheerder|docent|consultant|analist|architect|psycholoog|"
    r"advocaat|trainer|presentator|presentatrice|beschermer|recruiter|redacteur|journalist|leraar|lerares|rapporteur|auditor|"
    r"bewindvoerder|mediator|accountant|econoom|socioloog|pedagoog|kundige|notaris|makelaar|verbinder|aanjager|bemiddelaar|"
    r"ontwerper|ontwikkelaar|planner|controller|inkoper|administrateur|uitvoerder|toezichthouder|handhaver|commandant|president|ombudsman|kinderombudsman|"
    r"ombudsvrouw|dominee|predikant|chauffeur|stagiaire?|vrijwilliger|vrijwilligster|kapster|liaison|jobcoach|wijkcoach|budgetcoach|buurtvader|verloskundige|directeur-generaal|secretaris-generaal|inspecteur-generaal|"
    r"notuliste|beheerster|therapeut|psychiater|logopedist|apotheker|verzorgende|onderwijzer|onderwijzeres|bibliothecaris|conservator|huismeester|conciërge|"
    r"wijkagent|organisator|columnist|vertrouwenspersoon|informateur|formateur|gastvrouw|gastheer|programmamaker|rechercheur|thesaurier|kabinetschef|"
    r"teamchef|assistent|assistente|conrector|schooldirecteur|kroonlid|chef|professional|ondersteuner|senator|deurwaarder|werkvoorbereider|diëtist|promovendus|decaan|gezinsvoogd|trainee|leidinggevende|initiatiefneemster|moderator|gemeentesecretaresse|secretaresse)$"
)
COMPOUND = re.compile(
    r"(?:^|-|raads|staten|kamer|bestuurs|commissie|directie|kroon|team|college|jury|kader|fractie|burger|ere|partij|"
    r"panel|gilde|steunfractie|werkgroep|stuurgroep|adviesraad|senaats)lid$|"
    r"(?:^|-|huis|tand|jeugd|kinder|bedrijfs|verzekerings|dieren|school|basis|sport|oog|vrouwen|zenuw|tropen|nood|"
    r"hoofd|wijk|consultatiebureau|geneesheer|sociaal|revalidatie)arts$"
)
"""Short words for a function, alone or behind a word that goes with them: Khalid, Walid and Swarts are names."""
LIKE = re.compile(
    r"(?:[^aeiou]er|eur|euse|trice|iaar|naar|laar|nier|ssier|kant|[aeiou]tor|bode|staatsraad|heemraad|nestor|premier|soof|elier|diaken|(?:al|an|en|et|in|it|og|on|or)iste?|kracht|kundige|leider|houder|meester|ster|loog|graaf|arts|man|vrouw|"
    r"chef|iater|peut|aris|persoon|maatje|hulp|baas|majoor|kapitein|kolonel|luitenant|agent|pastoor|priester|deken|"
    r"bisschop|imam|rabbijn|gezant|sponsor|student|fabrikant|intendant|curator|maker|monteur|tolk|gids|wacht|juf|boer)$"
)
NOT_LIKE = frozenset(
    """ander achter anders bijzonder beter daarachter dichter dochter donker eerder eerlijker ernstiger groter mevrouw
    persoon hulp motor vertier plezier papier manier hier vier dier wacht kracht man graaf
    hierachter bezoeker deelnemer lezer luisteraar toeschouwer
    helder herder iemander jonger ouder ouders langer lekker later liever meester minder moeder vader broer zuster
    verder vroeger waarder waarachter winnaar zeker zonder zomer winter winnaar zelfstandiger slechter sneller sterker
    hoger lager onder over september oktober november december januari kamer kinder klinker duurder dubbel kleiner
    nieuwer makkelijker moeilijker belangrijker wijzer zwanger lever letter nummer computer kenner inwoner bewoner
    buurman buurvrouw vrouw echter immer nimmer wonder onderhoud daar waar naar klaar zwaar gevaar elkaar bestaar
    partner dorpsbewoner jongere oudere maandag avondje kleur deur geur leur voorkeur humeur keur auteur nederlander
    gelukkiger blijer rijker armer zieker warmer kouder voller leger dieper breder smaller korter scherper
    vaker weer erger harder zachter stiller drukker rustiger slimmer dommer mooier lelijker""".split()
)
"""What ends like a function and is none: comparatives, family, months."""
