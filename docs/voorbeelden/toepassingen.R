# Alle toepassingen in een tabel, en een vraag eraan.
# Nodig: install.packages(c("httr2", "jsonlite", "dplyr", "purrr")). Beginnen: Rscript toepassingen.R http://127.0.0.1:8000

library(httr2)
library(dplyr, warn.conflicts = FALSE)
library(purrr)

gegeven <- commandArgs(trailingOnly = TRUE)
adres <- if (length(gegeven) > 0) gegeven[[1]] else "http://127.0.0.1:8000"
tekst <- paste(readLines("toepassingen.graphql", encoding = "UTF-8"), collapse = "\n")

# Vraag één bladzijde. Een fout van de dienst staat in `errors`.
vraag <- function(waarden) {
  antwoord <- request(paste0(adres, "/graphql")) |>
    req_body_json(list(query = tekst, variables = waarden)) |>
    req_retry(max_tries = 3) |>
    req_perform() |>
    resp_body_json()
  if (!is.null(antwoord$errors)) stop(antwoord$errors[[1]]$message)
  antwoord$data$toepassingen
}

leeg <- function(waarde) if (is.null(waarde)) NA else waarde

rij <- function(t) {
  tibble(
    id = t$id, status = leeg(t$status), sinds = leeg(t$sinds), oplossing = t$oplossing$titel,
    rijpheid = leeg(t$oplossing$rijpheid), code = leeg(t$gemeente$code), gemeente = leeg(t$gemeente$naam),
    provincie = leeg(t$gemeente$provincie), inwoners = leeg(t$gemeente$inwoners)
  )
}

# Lees alle bladzijden. `endCursor` van de ene is `na` van de volgende.
rijen <- list()
na <- NULL
repeat {
  bladzijde <- vraag(list(na = na))
  rijen <- c(rijen, map(bladzijde$nodes, rij))
  if (!bladzijde$pageInfo$hasNextPage) break
  na <- bladzijde$pageInfo$endCursor
}

toepassingen <- list_rbind(rijen)
cat(nrow(toepassingen), "toepassingen van", n_distinct(toepassingen$oplossing), "oplossingen\n")

# Welke oplossingen worden het meest gebruikt?
print(count(toepassingen, oplossing, sort = TRUE), n = 10)
