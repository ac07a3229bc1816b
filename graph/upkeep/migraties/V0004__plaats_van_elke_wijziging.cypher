// Every change has a place among all of them, and one among those that everybody sees. What was written before gets its
// places in the order in which it happened. Everybody sees what happened to a published thing that is no person.
MATCH (w:Wijziging)
SET w.dingSoort = toUpper(replace(split(w.ding, ':')[0], '-', '_'));
MATCH (w:Wijziging) WHERE w.volgorde IS NOT NULL
WITH w ORDER BY w.volgorde
WITH collect(w) AS alle
UNWIND range(1, size(alle)) AS i
WITH alle[i - 1] AS w, i
SET w.plaats = i;
MATCH (w:Wijziging) WHERE w.dingSoort <> 'PERSOON'
MATCH (n:Entiteit {id: w.ding}) WHERE n.publicatieStatus = 'GEPUBLICEERD'
WITH w ORDER BY w.plaats
WITH collect(w) AS alle
UNWIND range(1, size(alle)) AS i
WITH alle[i - 1] AS w, i
SET w.plaatsOpenbaar = i;
MATCH (w:Wijziging) WHERE w.volgorde IS NOT NULL
SET w.volgorde = null;
MATCH (m:Meta {id: 'graaf'})
SET m.plaats = COUNT { MATCH (a:Wijziging) }, m.plaatsOpenbaar = COUNT { MATCH (b:Wijziging) WHERE b.plaatsOpenbaar IS NOT NULL };
