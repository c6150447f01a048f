"""A card goes into a deck as it is shown, and the deck is presented, packed and changed like any other."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from congdoan.__main__ import main
from congdoan.control import decks as store
from congdoan.control.decks import KeptStep
from congdoan.packs import FORMS, Pack
from congdoan.page.choice import Choice, choice_of
from congdoan.page.offstage import gather
from congdoan.page.own_decks import deck_named, deck_of, own_decks
from congdoan.page.packing import pack
from congdoan.text import say
from tests.page.visits import SCRIPTS, visit

pytestmark = pytest.mark.usefixtures("real", "kept_in")
ADDRESS = {"nam": "2021", "dia-gioi": "34", "tinh": "04"}
CARD = "other_periods_welfare_amount_welfare_people_welfare_gifts_houses_houses_amount"
LIST = KeptStep("welfare", CARD, ADDRESS, "Chăm lo sáu tháng", "Nói rõ là 6 tháng")


def adding(**address: str) -> AppTest:
    app = AppTest.from_file(str(SCRIPTS / "into_deck.py"), default_timeout=60)
    app.session_state["screen"], app.session_state["card"] = "welfare", CARD
    app.query_params.update(address)
    return app.run()


def made(choice: Choice | None = None) -> Pack:
    [own] = own_decks()
    return pack(deck_of(own), choice or Choice())


def captions() -> list[str]:
    [own] = own_decks()
    return [step.caption for step in own.steps]


def test_a_card_goes_into_a_new_deck_with_the_filters_it_is_shown_with() -> None:
    app = adding(**ADDRESS, lang="en")
    app.text_input(f"deck_name_{CARD}_en").input("Friday")
    app = app.button(f"deck_add_{CARD}").click().run()
    assert [one.value for one in app.success] == [say("decks.added", "en", name="Friday")]
    [own] = own_decks()
    [step] = own.steps
    assert (own.name, own.dataset, step.screen, step.card) == ("Friday", "real", "welfare", CARD)
    assert step.parameters == ADDRESS


def test_a_deck_without_a_name_is_refused_with_the_rule() -> None:
    app = adding(**ADDRESS).button(f"deck_add_{CARD}").click().run()
    assert [one.value for one in app.error] == [say("decks.rule", "vi")]
    assert own_decks() == ()


def test_a_name_is_asked_of_a_new_deck_alone() -> None:
    store.make("Thật", "real", LIST)
    name, app = say("decks.name", "vi"), adding(**ADDRESS)
    assert name not in [one.label for one in app.text_input]
    app = app.selectbox[0].select_index(1).run()
    assert name in [one.label for one in app.text_input]


def test_a_card_is_offered_the_decks_of_its_data_set_alone() -> None:
    store.make("Minh họa", "simulated", LIST)
    store.make("Thật", "real", LIST)
    assert adding(**ADDRESS).selectbox[0].options == ["Thật", say("decks.new", "vi")]


def test_its_slide_is_the_very_card_whatever_is_chosen_elsewhere() -> None:
    store.make("Họp", "real", LIST)
    elsewhere = choice_of({"nam": "1990", "tinh": "40", "dia-gioi": "34", "du-lieu": "minh-hoa"})
    slides = made(elsewhere).slides
    assert [slide.kind for slide in slides] == ["cover", "card", "sources"]
    card = gather("welfare", choice_of({**ADDRESS, "ban": "r1"})).cards[CARD]
    assert slides[1].table is card.table
    assert (slides[1].caption, slides[1].note) == (LIST.caption, LIST.note)
    assert slides[1].address == f"/cham-lo?nam=2021&dia-gioi=34&tinh=04&ban=r1&the={CARD}"


def test_a_deck_is_named_and_nothing_more_is_said_of_its_extent() -> None:
    store.make("Họp giao ban", "real", LIST)
    filled = made()
    assert (filled.title, filled.place, filled.period, filled.context.filters) == ("Họp giao ban", "", "", ())


def test_the_command_line_packs_it_in_every_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = store.make("Họp giao ban", "real", LIST)
    assert main(["pack", "--deck", f"rieng-{number}", "--out", str(tmp_path / "out")]) == 0
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert len(capsys.readouterr().out.splitlines()) == len(FORMS) == len(written)
    assert {"hop-giao-ban_r1.pptx", "hop-giao-ban_r1.html"} <= written


def test_the_command_line_names_the_decks_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    number = store.make("Họp giao ban", "real", LIST)
    assert main(["pack", "--deck", "rieng-99"]) == 1
    assert f"tong-ket-nam, rieng-{number}." in capsys.readouterr().err
    assert main(["pack", "--deck", f"rieng-{number}", "--year", "2020"]) == 1
    assert "bring theirs" in capsys.readouterr().err
    assert deck_named("rieng-99") is None


def test_the_start_lists_templates_and_own_decks_with_all_their_files() -> None:
    number = store.make("Họp giao ban", "real", LIST)
    app = visit("presentation", **{key.replace("-", "_"): value for key, value in ADDRESS.items()})
    assert not app.exception
    assert [one.value for one in app.header] == [say("decks.templates", "vi"), say("decks.own", "vi")]
    assert app.subheader[-1].value == "Họp giao ban"
    assert len(app.get("download_button")) == len(FORMS) * 4
    assert app.button(f"start_rieng-{number}").label == say("deck.start", "vi")


def test_slides_are_moved_worded_and_taken_out_and_a_deleted_deck_comes_back() -> None:
    number = store.make("Họp giao ban", "real", LIST)
    second = store.add(number, KeptStep("awards", "awards_upper", ADDRESS, "Khen thưởng"))
    app = visit("presentation").button(f"deck_up_{second}").click().run()
    assert captions() == ["Khen thưởng", LIST.caption]
    app.text_input(f"deck_caption_{second}").input("Ai được khen")
    app = app.button(f"deck_word_{second}").click().run()
    assert captions() == ["Ai được khen", LIST.caption]
    app = app.button(f"deck_remove_{second}").click().run()
    assert captions() == [LIST.caption]
    app = app.button(f"deck_delete_{number}").click().run()
    assert own_decks() == ()
    app = app.button("deck_restore_deck").click().run()
    assert captions() == [LIST.caption]
    app.text_input(f"deck_name_{number}").input("")
    app = app.button(f"deck_rename_{number}").click().run()
    assert [one.value for one in app.error] == [say("decks.rule", "vi")]


def test_what_was_refused_or_deleted_is_said_where_it_was_asked_for() -> None:
    store.make("Cũ", "real", LIST)
    number = store.make("Giữa", "real", LIST)
    store.make("Mới", "real", LIST)
    app = visit("presentation")
    app.text_input(f"deck_name_{number}").input("Cũ")
    order = in_order(app.button(f"deck_rename_{number}").click().run().run())
    refused = order.index(say("store.deck_taken", "vi"))
    assert order.index("Giữa") < order.index(say("decks.rename", "vi"), order.index("Giữa")) < refused
    assert refused < order.index("Cũ")
    order = in_order(app.button(f"deck_delete_{number}").click().run())
    assert order.index("Mới") < order.index(say("decks.deleted", "vi", name="Giữa")) < order.index("Cũ")


def in_order(app: AppTest) -> list[str]:
    """The headings, texts, errors and buttons of a screen, from above to below."""
    shown = [one for one in app.main if one.type in ("subheader", "text", "error", "button")]
    return [one.label if isinstance(one, Button) else str(getattr(one, "value", "")) for one in shown]


@pytest.mark.parametrize("code", ["rieng-99", "khong-co"])
def test_a_deck_that_is_no_more_is_told_above_those_there_are(code: str) -> None:
    app = visit("presentation", bo=code)
    assert [one.value for one in app.info] == [say("decks.gone", "vi")]
    assert app.header[0].value == say("decks.templates", "vi")
    assert not visit("presentation").info
