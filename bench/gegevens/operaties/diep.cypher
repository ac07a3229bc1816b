MATCH (t:Entiteit:Thema {id: $id})
RETURN t.naam, COLLECT {
  MATCH (t)<-[:GAAT_OVER]-(k:Knelpunt) WITH k ORDER BY k.volgorde LIMIT 5
  RETURN [k.titel, COLLECT {
    MATCH (k)<-[:LOST_OP]-(o) WITH o ORDER BY o.volgorde LIMIT 5
    RETURN [o.titel, COLLECT {
      MATCH (o)<-[:VAN]-(a) WITH a ORDER BY a.volgorde LIMIT 5
      RETURN head(COLLECT {
        MATCH (a)<-[:PAST_TOE]-(g)
        RETURN [g.naam, COLLECT {
          MATCH (g)-[:NEEMT_DEEL_AAN]->(j) WITH j ORDER BY j.volgorde LIMIT 5
          RETURN [j.naam, COLLECT {
            MATCH (j)-[:ONDERZOEKT]->(l) WITH l ORDER BY l.volgorde LIMIT 5
            RETURN l.titel }] }] LIMIT 1 }) }] }] }
