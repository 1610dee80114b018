"""What the guide pane shows of a draft: a step of its script, or the form after hang-up."""

from collections.abc import Mapping
from datetime import datetime

from console.models.bodies import Library, Script
from console.models.draft import Draft
from console.rules import disposition, proposal, script
from console.rules.merge import merge
from console.ui.guide.model import Answered, GuideView, Outcome, WrapUpView
from console.ui.said import said
from console.ui.widgets import Option


def script_view(draft: Draft, found: Script, fields: Mapping[str, str]) -> GuideView:
    """The step that the walk has come to; `fields` fill the words to be read aloud."""
    step = script.current(found, draft.path)
    at = script.progress(found, draft.path)
    trail = tuple(
        Answered(question=merge(entry.question, fields), answer=entry.value)
        for entry in script.trail(found, draft.path)
    )
    if step is None:
        return GuideView(
            title=found.title,
            step_no=at.step,
            steps=at.of,
            trail=trail,
            can_go_back=True,
            ended=True,
        )
    picked = script.chosen(found, draft.path)
    labels = [option.label for option in step.options]
    return GuideView(
        title=found.title,
        step=step.id,
        step_no=at.step,
        steps=at.of,
        trail=trail,
        say=merge(step.say, fields),
        required=merge(step.required, fields),
        required_read=bool(step.required) and step not in script.unread(found, draft.path),
        question=merge(step.question, fields),
        kind=step.kind if step.question else "none",
        options=tuple(merge(label, fields) for label in labels),
        chosen=labels.index(picked) if picked in labels else None,
        note=merge(step.note, fields),
        can_go_back=bool(trail),
    )


def wrap_up_view(
    draft: Draft, library: Library, found: Script | None, fields: Mapping[str, str], now: datetime
) -> WrapUpView:
    """How the call may have ended, and what to say to a machine where nobody was reached."""
    reached = disposition.spoke(draft, now)
    picked = disposition.digits(library, draft.direction, reached)
    suggestion = proposal.proposed(draft, library, now)
    return WrapUpView(
        clock="00:00",
        outcomes=tuple(
            Outcome(code=code.code, label=said(code.label)) for _, code in sorted(picked.items())
        ),
        options=outcome_options(library),
        picked=draft.code or (suggestion.code if suggestion else ""),
        proposal=said(suggestion.why) if suggestion and not draft.code else "",
        voicemail=merge(found.voicemail, fields) if found and not reached else "",
        can_dial=False,
    )


def outcome_options(library: Library) -> tuple[Option, ...]:
    """Every outcome that a rep may pick, by group."""
    return tuple(
        Option(code.code, said(code.label), said(code.group))
        for group in library.codes.groups
        for code in library.codes.codes
        if code.group == group and not code.system
    )
