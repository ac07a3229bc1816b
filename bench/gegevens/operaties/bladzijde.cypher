MATCH (o:Oplossing) WHERE o.volgorde IS NOT NULL
WITH o ORDER BY o.volgorde LIMIT 101
WITH collect({id: o.id, titel: o.titel, rijpheid: o.rijpheid, samenvatting: o.samenvatting}) AS found
RETURN {oplossingen: {nodes: found[..100], pageInfo: {hasNextPage: size(found) > 100}}} AS data
