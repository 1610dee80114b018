"""What a FHIR reference means: by full URL, relative, absolute, contained, or by identifier."""

import hashlib
import json
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from console.services.imports.elements import Element, items, mapping, text, texts, words_of
from console.services.imports.reader import Entry
from console.services.imports.values import Reference

DEFAULT_SOURCE = "fhir"
LONGEST_KEY = 200


def source_of(entry: Entry) -> str:
    """The stable name of the system that a resource comes from; never of its file.

    The server that its full URL or `meta.source` names, else "fhir".
    """
    base = _base(entry.full_url, entry.kind)
    if not base:
        base = _host(text(mapping(entry.resource.get("meta")).get("source"), 500))
    return f"{DEFAULT_SOURCE}:{base}"[:LONGEST_KEY] if base else DEFAULT_SOURCE


def key_of(entry: Entry) -> str:
    """The resource's id at its source: its own, its Bundle's, its identifier, or its content's."""
    own = text(entry.resource.get("id"), 1000)
    if own:
        return short(own)
    known = entry.local.get(entry.full_url)
    if known and known[1]:
        return short(known[1])
    for identifier in items(entry.resource.get("identifier")):
        if token := token_of(identifier):
            return short(f"identifier={token}")
    return f"content={content_sha(entry.resource)[:40]}"


def content_sha(resource: Element) -> str:
    """A hash of the content: the same whatever the order of keys."""
    return hashlib.sha256(json.dumps(resource, sort_keys=True).encode()).hexdigest()


def token_of(identifier: Element) -> str:
    """An identifier as "system|value", or "" without a value."""
    value = text(identifier.get("value"), 150)
    return f"{text(identifier.get('system'), 150)}|{value}" if value else ""


def short(key: str) -> str:
    """A key of bounded length."""
    if len(key) <= LONGEST_KEY:
        return key
    return f"{key[:100]}~{hashlib.sha256(key.encode()).hexdigest()[:40]}"


def contained_key(entry: Entry, inner: str) -> str:
    """The id of a resource that is contained in another."""
    return short(f"{entry.kind}/{key_of(entry)}#{inner}")


def reference(value: object, entry: Entry, expected: str) -> Reference | None:
    """What a Reference element of `entry` names; `expected` is its type where it says none."""
    element = mapping(value)
    if isinstance(element.get("reference"), dict):  # a CodeableReference of R5
        element = mapping(element["reference"])
    written = text(element.get("reference"), 1000)
    display = text(element.get("display"))
    token = token_of(mapping(element.get("identifier")))
    kind = text(element.get("type")) or expected
    if written.startswith("#"):
        return _contained(written[1:], entry, display)
    if not written:
        return Reference(kind, identifier=token, display=display) if token or display else None
    if written in entry.local:
        kind, key = entry.local[written]
        return Reference(kind, short(key), token, display)
    if written.startswith("urn:"):
        return Reference(kind, short(written.rpartition(":")[2]), token, display)
    return _by_address(written, kind, token, display)


def references(entry: Entry, values: Iterable[object]) -> tuple[Reference, ...]:
    """Those of these Reference elements that name something."""
    found = (reference(value, entry, "") for value in values)
    return tuple(one for one in found if one)


def _by_address(written: str, kind: str, token: str, display: str) -> Reference:
    """A relative or absolute URL, or a search that stands for the one match ("conditional")."""
    path, _, query = written.partition("?")
    if query:
        name, _, wanted = query.partition("=")
        found = unquote(wanted) if name == "identifier" else ""
        return Reference(path.rpartition("/")[2] or kind, "", found or token, display)
    parts = path.split("/_history/")[0].rstrip("/").split("/")
    if len(parts) == 1:
        return Reference(kind, short(parts[0]), token, display)
    base = _base(path, parts[-2])
    source = f"{DEFAULT_SOURCE}:{base}" if base else ""
    return Reference(parts[-2], short(parts[-1]), token, display, source)


def _contained(inner: str, entry: Entry, display: str) -> Reference | None:
    for found in items(entry.resource.get("contained")):
        if text(found.get("id")) != inner:
            continue
        tokens = [token for one in items(found.get("identifier")) if (token := token_of(one))]
        name = display or _name(found)
        kind = text(found.get("resourceType"))
        return Reference(kind, contained_key(entry, inner), tokens[0] if tokens else "", name)
    return None


def _name(resource: Element) -> str:
    """The name of a contained organization, place or clinician."""
    if isinstance(resource.get("name"), str):
        return text(resource["name"])
    for name in items(resource.get("name")):
        parts = [*texts(name.get("given")), text(name.get("family"))]
        return text(name.get("text")) or " ".join(part for part in parts if part)
    return words_of(resource.get("specialty")) or text(resource.get("description"))


def _base(url: str, kind: str) -> str:
    """Host and path of the server in an absolute URL of a resource."""
    if not url.startswith(("http://", "https://")):
        return ""
    head, found, _ = url.partition("://")[2].rpartition(f"/{kind}/")
    return head.casefold() if found else ""


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "" if "://" in url else ""
    except ValueError:
        return ""
