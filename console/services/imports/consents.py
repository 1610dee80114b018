"""Writing entries of the consent ledger; a revocation that came in once is never taken back."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from console.models.facts import ConsentEvent, Void
from console.models.ids import derived_id
from console.models.terms import ConsentAction, ConsentForm
from console.services.imports.batch import Batch, own_id
from console.services.imports.report import Rejected, Tally
from console.services.imports.resolver import Known, Resolver, best, records
from console.services.imports.touchpoints import NO_PATIENT
from console.services.imports.values import ConsentValues

NO_LONGER = "Consent that no longer stands"


def write_consents(
    batch: Batch, resolver: Resolver, tally: Tally, consents: Sequence[ConsentValues]
) -> None:
    """Adds to `batch` what these consents bring."""
    resolver.sources.update(one.origin.source for one in consents)
    known = records(
        batch.session, resolver.sources, ((one.origin.kind, one.origin.key) for one in consents)
    )
    resolver.load(batch.session, (one.person for one in consents))
    for one in consents:
        found = best(known.get((one.origin.kind, one.origin.key), []), one.origin)
        if found and not batch.is_news(one.origin, found):
            continue
        person = resolver.resolve(one.person, one.origin.source)
        if person is None:
            tally.reject(Rejected(one.origin.file, one.origin.where, NO_PATIENT))
        elif one.withdrawn:
            _withdraw(batch, tally, one, found)
        else:
            _enter(batch, one, person, found)


def _enter(batch: Batch, one: ConsentValues, person: UUID, found: Known | None) -> None:
    """A new entry, unless the last one says the same. An opt-in lifts nothing: it names none.

    `turn` counts how often an import of it was undone.
    """
    said, turn = _said(one), found.seen.get("turn", 0) if found else 0
    again = [str(turn)] if turn else []
    target = derived_id(own_id(one.origin), *said.values(), *again)
    if found is None or found.seen.get("said") != said:
        batch.add(
            ConsentEvent,
            id=target,
            command_id=batch.command_id,
            labels=one.labels,
            person_id=person,
            contact=None,
            channel=one.channel,
            purpose=one.purpose,
            action=one.action,
            form=ConsentForm.IMPORTED,
            scope=one.scope,
            lifts=[],
            at=one.at,
            by=batch.author,
            evidence=one.evidence,
            reason="",
        )
    batch.remember(one.origin, target, {"said": said, "turn": turn})


def _said(one: ConsentValues) -> Mapping[str, str]:
    return {
        "action": one.action,
        "purpose": one.purpose or "",
        "scope": one.scope or "",
        **({"channel": one.channel} if one.channel else {}),
        "at": one.at.isoformat(),
    }


def _withdraw(batch: Batch, tally: Tally, one: ConsentValues, found: Known | None) -> None:
    """A permission that ended at the source no longer counts here; a refusal goes on."""
    said = found.seen.get("said", {}) if found else {}
    if found and said.get("action") == ConsentAction.GIVEN:
        batch.add(
            Void,
            id=derived_id(found.target, "void"),
            command_id=batch.command_id,
            labels=frozenset(),
            target_id=found.target,
            reason="withdrawn at the source",
            at=batch.now,
        )
        seen = {"said": {}, "turn": found.seen.get("turn", 0), "was": {"said": said}}
        batch.remember(one.origin, found.target, seen)
    else:
        tally.skip(NO_LONGER)
