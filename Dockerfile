# One static binary and one data directory.
FROM golang:1.26.8 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /rapporteur ./cmd/rapporteur && mkdir /data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /rapporteur /rapporteur
COPY --from=build --chown=65532:65532 /data /data
USER 65532
ENV RAPPORTEUR_DATA=/data
VOLUME /data
ENTRYPOINT ["/rapporteur"]
CMD ["serve"]
