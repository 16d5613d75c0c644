"""A client whose worker ends, hangs or is left alone."""

from pathlib import Path

import wayproof


def ids(records: list[wayproof.Record]) -> list[object]:
    return [record.id for record in records]


def test_answers_come_in_order(fake: wayproof.Client) -> None:
    records = list(fake.map({"id": n, "n": n} for n in range(500)))
    assert ids(records) == list(range(500))
    assert [record.answer["n"] for record in records] == list(range(500))


def test_a_record_at_which_the_worker_ends_is_marked_and_the_others_are_answered(fake: wayproof.Client) -> None:
    records = list(fake.map({"id": n, "do": "end" if n == 3 else ""} for n in range(10)))
    assert ids(records) == list(range(10))
    assert [n for n, record in enumerate(records) if record.error] == [3]
    assert "the worker ended at this record: out of order" == records[3].error


def test_a_worker_that_ends_once_is_restarted_and_nothing_is_lost(fake: wayproof.Client, tmp_path: Path) -> None:
    mark = str(tmp_path / "mark")
    records = list(fake.map({"id": n, "do": "end once" if n == 3 else "", "mark": mark} for n in range(10)))
    assert ids(records) == list(range(10))
    assert not any(record.error for record in records)


def test_a_record_without_an_answer_in_time_is_marked(fake: wayproof.Client) -> None:
    fake.timeout = 0.5
    records = list(fake.map({"id": n, "do": "hang" if n == 1 else ""} for n in range(3)))
    assert [n for n, record in enumerate(records) if record.error] == [1]
    assert records[1].error == "there was no answer within 0.5 s"


def test_answers_that_nobody_fetched_are_not_those_of_the_next_question(fake: wayproof.Client) -> None:
    answers = fake.map({"id": n, "n": n} for n in range(100))
    assert next(answers).id == 0
    answers.close()
    assert fake.ask({"id": "next", "n": 1}).id == "next"


def test_large_records_and_answers_block_neither_side(fake: wayproof.Client) -> None:
    records = list(fake.map({"id": n, "n": "x" * 1_000_000} for n in range(30)))
    assert [len(record.answer["n"]) for record in records] == [1_000_000] * 30


def test_a_closed_client_starts_again_when_it_is_asked(fake: wayproof.Client) -> None:
    with fake:
        assert fake.ask({"n": 1}).answer == {"n": 1}
    assert fake.ask({"n": 2}).answer == {"n": 2}
