MATCH (t:Entiteit:Thema {id: $id})
RETURN {thema: {naam: t.naam, knelpunten: {nodes: COLLECT {
  MATCH (t)<-[:GAAT_OVER]-(k:Knelpunt) WITH k ORDER BY k.volgorde LIMIT 5
  RETURN {titel: k.titel, oplossingen: {nodes: COLLECT {
    MATCH (k)<-[:LOST_OP]-(o) WITH o ORDER BY o.volgorde LIMIT 5
    RETURN {titel: o.titel, toepassingen: {nodes: COLLECT {
      MATCH (o)<-[:VAN]-(a) WITH a ORDER BY a.volgorde LIMIT 5
      RETURN {gemeente: head(COLLECT {
        MATCH (a)<-[:PAST_TOE]-(g)
        RETURN {naam: g.naam, trajecten: {nodes: COLLECT {
          MATCH (g)-[:NEEMT_DEEL_AAN]->(j) WITH j ORDER BY j.volgorde LIMIT 5
          RETURN {naam: j.naam, knelpunten: {nodes: COLLECT {
            MATCH (j)-[:ONDERZOEKT]->(l) WITH l ORDER BY l.volgorde LIMIT 5
            RETURN {titel: l.titel} }}} }}} LIMIT 1 })} }}} }}} }}}
} AS data
