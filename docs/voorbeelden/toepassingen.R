# Alle toepassingen in een tabel, en een vraag eraan.
# Nodig: install.packages(c("httr2", "jsonlite", "dplyr", "purrr")). Beginnen: Rscript toepassingen.R http://127.0.0.1:8000

library(httr2)
library(dplyr, warn.conflicts = FALSE)
library(purrr)

gegeven <- commandArgs(trailingOnly = TRUE)
adres <- if (length(gegeven) > 0) gegeven[[1]] else "http://127.0.0.1:8000"
vragen <- paste(readLines("toepassingen.graphql", encoding = "UTF-8"), collapse = "\n")

# Stel een van de vragen uit toepassingen.graphql. Een fout van de dienst staat in `errors`.
vraag <- function(welke, waarden) {
  antwoord <- request(paste0(adres, "/graphql")) |>
    req_body_json(list(query = vragen, operationName = welke, variables = waarden)) |>
    req_retry(max_tries = 3) |>
    req_perform() |>
    resp_body_json()
  if (!is.null(antwoord$errors)) stop(antwoord$errors[[1]]$message)
  antwoord$data
}

leeg <- function(waarde) if (is.null(waarde)) NA else waarde

rij <- function(o, t) {
  tibble(
    oplossing = o$titel, rijpheid = leeg(o$rijpheid), id = t$id, status = leeg(t$status),
    sinds = leeg(t$sinds), code = leeg(t$gemeente$code), gemeente = leeg(t$gemeente$naam),
    provincie = leeg(t$gemeente$provincie), inwoners = leeg(t$gemeente$inwoners)
  )
}

# Lees alle bladzijden. `endCursor` van de ene is `na` van de volgende.
rijen <- list()
na <- NULL
repeat {
  bladzijde <- vraag("Toepassingen", list(na = na))$oplossingen
  for (oplossing in bladzijde$nodes) {
    lijst <- oplossing$toepassingen
    repeat {
      rijen <- c(rijen, map(lijst$nodes, \(t) rij(oplossing, t)))
      if (!lijst$pageInfo$hasNextPage) break
      lijst <- vraag("Rest", list(oplossing = oplossing$id, na = lijst$pageInfo$endCursor))$node$toepassingen
    }
  }
  if (!bladzijde$pageInfo$hasNextPage) break
  na <- bladzijde$pageInfo$endCursor
}

toepassingen <- list_rbind(rijen)
cat(nrow(toepassingen), "toepassingen van", n_distinct(toepassingen$oplossing), "oplossingen\n")

# Welke oplossingen worden het meest gebruikt?
print(count(toepassingen, oplossing, sort = TRUE), n = 10)
