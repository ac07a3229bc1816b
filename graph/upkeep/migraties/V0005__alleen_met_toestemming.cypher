// An address of a person is kept of who gave consent for it, and nobody did yet; nor do passages about people hold one.
MATCH (n:Persoon) WHERE n.email IS NOT NULL AND n.emailToestemming IS NULL
REMOVE n.email;
MATCH (f:Feit)-[:BLIJKT_UIT]->(p:Passage) WHERE f.soort IN ['persoon', 'rol', 'lid'] AND p.passage CONTAINS '@'
REMOVE p.passage;
