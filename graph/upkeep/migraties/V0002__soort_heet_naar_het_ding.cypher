// In files a property that says what kind of organisatie or oplossing something is, has the thing behind it: plain
// `soort` says there what a record is about. From here on it has that name everywhere.
MATCH (n:Organisatie) WHERE n.soort IS NOT NULL AND n.soortOrganisatie IS NULL
SET n.soortOrganisatie = n.soort;
MATCH (n:Oplossing) WHERE n.soort IS NOT NULL
SET n.soortOplossing = n.soort, n.soort = null;
MATCH (f:Feit) WHERE f.soort = 'organisatie' AND f.velden CONTAINS '"soort":'
SET f.velden = replace(f.velden, '"soort":', '"soortOrganisatie":');
MATCH (f:Feit) WHERE f.soort = 'oplossing' AND f.velden CONTAINS '"soort":'
SET f.velden = replace(f.velden, '"soort":', '"soortOplossing":');
