"""A playbook and a script about something else than what ships, as an administrator writes them."""

SCREENING = """\
kind: playbook
key: colorectal-screening
title: Colorectal screening
stages:
  - stage: awareness
    title: Due
    why: Due by age.
  - stage: acceptance
    title: Talked about it
    why: Took the kit or asked.
    reached_when:
      - fact: call.outcome
        ref: information_given
  - stage: acquisition
    title: Kit sent
    why: Has the kit at home.
    reached_when:
      - fact: letter
        ref: test-kit
  - stage: conversion
    title: Kit came back
    why: Sent the kit back.
    reached_when:
      - fact: event
        ref: kit-returned
  - stage: retention
    title: Knows the result
    why: Was told the result.
    after: conversion
    reached_when:
      - fact: portal_message
next_steps:
  - id: ask-for-the-kit
    stages: [acquisition]
    prompt: Ask whether the kit is still there
    why: the kit left {{day}} and has not come back
    action: ask
    age_from: 45
    age_to: 75
    when:
      - fact: letter
        ref: test-kit
        after_days: 14
    unless:
      - fact: event
        ref: kit-returned
"""

SCRIPT = """\
key: two-questions
title: Two questions
steps:
  - id: hello
    say: Hello, this is {{rep_name}} at {{organization}}.
    question: Is this a good time?
    options:
      - label: "Yes"
        next: bye
      - label: "No"
        proposes: interested_later
    next: bye
  - id: bye
    say: Thank you.
"""
