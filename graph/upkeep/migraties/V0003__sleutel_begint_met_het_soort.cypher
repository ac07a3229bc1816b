// The id of a thing begins with the name of its type in the API, also that of a fact (f:), a passage (passage:) and a
// document (doc:). What holds such ids follows: lists of facts, the ids of relationships, and what undoing a load needs.
MATCH (n:Feit) WHERE n.id STARTS WITH 'f:'
SET n.id = 'feit:' + substring(n.id, 2);
MATCH (n:Passage) WHERE n.id STARTS WITH 'passage:'
SET n.id = 'vermelding:' + substring(n.id, 8);
MATCH (n:Document) WHERE n.id STARTS WITH 'doc:'
SET n.id = 'bron:' + substring(n.id, 4);
MATCH (n:Entiteit) WHERE n.feiten IS NOT NULL
SET n.feiten = [f IN n.feiten | CASE WHEN f STARTS WITH 'f:' THEN 'feit:' + substring(f, 2) ELSE f END];
MATCH ()-[r]->() WHERE r.feiten IS NOT NULL
SET r.feiten = [f IN r.feiten | CASE WHEN f STARTS WITH 'f:' THEN 'feit:' + substring(f, 2) ELSE f END];
MATCH ()-[r]->() WHERE r.id STARTS WITH 'f:'
SET r.id = 'feit:' + substring(r.id, 2);
MATCH ()-[r]->() WHERE r.id STARTS WITH 'passage:'
SET r.id = 'vermelding:' + substring(r.id, 8);
MATCH ()-[r]->() WHERE r.id STARTS WITH 'doc:'
SET r.id = 'bron:' + substring(r.id, 4);
MATCH (n:Lading) WHERE n.ongedaan IS NOT NULL
SET n.ongedaan = replace(replace(replace(n.ongedaan, '"f:', '"feit:'), '"passage:', '"vermelding:'), '"doc:', '"bron:');
