"""A saved view is an address under a name: it opens what was saved, says what is new, and never jumps."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from congdoan.catalogue import metrics
from congdoan.control import store, views
from congdoan.control.views import View
from congdoan.formats import date
from congdoan.page import newer
from congdoan.page.choice import Choice, choice_of
from congdoan.page.views import kind_of, leads_to, parameters_of, shown_view
from congdoan.text import say
from tests.asking import publish_again, read_from
from tests.page.visits import SCRIPTS, visit

pytestmark = pytest.mark.usefixtures("hand", "kept_in")
ADDRESS = {"nam": "2020-2021", "dia-gioi": "34", "tinh": "04"}
VIEW = View("Cao Bằng", "members", ADDRESS, None, "real", "r1")


def dialog(screen: str = "members", **address: str) -> AppTest:
    """What the dialog of saved views holds on a screen."""
    app = AppTest.from_file(str(SCRIPTS / "saved_views.py"), default_timeout=60)
    app.session_state["screen"] = screen
    app.query_params.update({key.replace("_", "-"): value for key, value in address.items()})
    return app.run()


def links(app: AppTest) -> dict[str, str]:
    """The links of a screen to views, by their labels."""
    found = [element.proto for element in app.get("page_link")]
    return {one.label: one.query_string for one in found}


def captions(app: AppTest) -> str:
    return "\n".join(caption.value for caption in app.caption)


def test_a_view_is_saved_as_it_is_shown_without_the_language() -> None:
    app = dialog(**{**ADDRESS, "dia_gioi": "34", "lang": "en"})
    app.text_input("view_name_en").input("Mine")
    app.checkbox("view_shared_en").check()
    app = app.button("view_save").click().run()
    assert [toast.value for toast in app.toast] == [say("views.saved", "en", name="Mine")]
    [view] = views.views()
    assert (view.name, view.screen, view.parameters, view.newest_years) == ("Mine", "members", ADDRESS, None)
    assert (view.dataset, view.release, view.shared) == ("real", "r1", True)


def test_a_rolling_view_keeps_no_years_and_follows_the_newest_with_figures() -> None:
    app = dialog(**ADDRESS)
    app.radio("view_period_vi").set_value(3)
    app.button("view_save").click().run()
    [view] = views.views()
    assert view.parameters == {"dia-gioi": "34", "tinh": "04"}
    assert view.newest_years == 3
    assert leads_to(view) == {**view.parameters, "nam": "2019-2021"}
    assert leads_to(replace(view, newest_years=1))["nam"] == "2021"
    assert leads_to(replace(view, parameters={}, newest_years=1))["nam"] == "2025"


def test_a_rolling_view_without_figures_says_that_it_is_of_all_years() -> None:
    bare = View("Mine", "welfare", {"dia-gioi": "34", "tinh": "10"}, 1, "real", "r1")
    assert "nam" not in leads_to(bare)
    assert kind_of(bare, Choice()).endswith("Luôn là năm mới nhất (chưa năm nào có số, nên là mọi năm)")


def test_every_period_that_is_offered_says_which_years_it_means_now() -> None:
    options = dialog(**ADDRESS).radio("view_period_vi").options
    assert options[0] == say("views.period.fixed", "vi", years="2020–2021")
    assert [option.partition("(")[2] for option in options[1:]] == [
        "nay là 2021)",
        "nay là 2019–2021)",
        "nay là 2017–2021)",
    ]


@pytest.mark.parametrize(
    ("screen", "address"),
    [
        ("members", {**ADDRESS, "lang": "en", "nam": "2021"}),
        ("members", {**ADDRESS, "loai": "cdcs"}),
        ("welfare", ADDRESS),
        ("members", {**ADDRESS, "ban": "r1"}),
    ],
)
def test_another_address_is_not_the_saved_view(screen: str, address: dict[str, str]) -> None:
    views.save(VIEW)
    choice = choice_of(address)
    assert choice.release or shown_view(choice, screen) is None


def test_the_list_of_views_says_whose_each_is_and_when_it_was_last_used() -> None:
    saved_on = date(datetime.now(tz=UTC).date(), "vi")
    views.save(replace(VIEW, shared=True))
    assert f"của máy này, dùng chung · {say('views.unused', 'vi', date=saved_on)}" in captions(dialog())
    views.use(views.save(replace(VIEW, name="Riêng")))
    assert f"của máy này · {say('views.used', 'vi', date=saved_on)}" in captions(dialog())


def test_nothing_is_said_of_views_beside_a_presentation() -> None:
    views.save(VIEW)
    app = visit("members", nam="2020-2021", dia_gioi="34", tinh="04", tro_lai="bo=tong-ket-nam&buoc=2")
    assert not app.exception
    assert "Khung nhìn đã lưu" not in captions(app)
    assert views.views()[0].used_at is None


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_head_of_a_saved_view_says_its_name_in_either_language(lang: str) -> None:
    views.save(VIEW)
    spoken = {"lang": lang} if lang == "en" else {}
    app = visit("members", nam="2020-2021", dia_gioi="34", tinh="04", **spoken)
    assert not app.exception
    assert "Cao Bằng" in captions(app)
    assert views.views()[0].used_at is not None


def test_an_address_of_every_kind_of_choice_is_found_again() -> None:
    address = {
        "du-lieu": "minh-hoa",
        "dia-gioi": "63",
        "tinh": "15,24",
        "loai": "cdcs",
        "cung-don-vi": "co",
        "ban-do": "vien",
        "tim": "may mặc & giày 10%",
    }
    assert (
        parameters_of(choice_of({**address, "lang": "en", "ban": "m1", "tro-lai": "bo=x", "the": "missing"}))
        == address
    )


def test_views_are_listed_as_links_that_keep_the_language() -> None:
    views.save(VIEW)
    app = dialog(lang="en")
    assert links(app) == {"Cao Bằng": "nam=2020-2021&dia-gioi=34&tinh=04&lang=en"}
    assert "Members · Cao Bằng · 2020–2021" in captions(app)


def test_a_view_of_a_screen_that_is_no_more_is_not_offered() -> None:
    views.save(replace(VIEW, screen="gone"))
    app = dialog()
    assert not app.exception
    assert links(app) == {}


def test_a_view_is_renamed_shared_and_made_home_in_one_go() -> None:
    number = views.save(VIEW)
    app = dialog()
    app.button(f"view_edit_{number}").click().run()
    app.text_input(f"view_name_{number}").input("Tên mới")
    app.checkbox(f"view_shared_{number}").check()
    app.checkbox(f"view_home_{number}").check()
    app = app.button(f"view_change_{number}").click().run()
    [view] = views.views()
    assert (view.name, view.shared, view.home) == ("Tên mới", True, True)
    assert f"view_name_{number}" not in [field.key for field in app.text_input]


def test_a_deleted_view_can_be_brought_back() -> None:
    number = views.save(VIEW)
    app = dialog()
    app.button(f"view_edit_{number}").click().run()
    app = app.button(f"view_delete_{number}").click().run()
    assert links(app) == {}
    assert say("views.deleted", "vi", name="Cao Bằng") in [text.value for text in app.text]
    app = app.button("view_restore").click().run()
    assert list(links(app)) == ["Cao Bằng"]
    assert not [text for text in app.text if "Đã xóa" in text.value]


def test_a_name_in_use_is_refused_in_words_and_nothing_is_lost() -> None:
    views.save(VIEW)
    number = views.save(replace(VIEW, name="Hai"))
    app = dialog()
    app.text_input("view_name_vi").input("Cao Bằng")
    app = app.button("view_save").click().run()
    assert [error.value for error in app.error] == [say("store.name_taken", "vi")]
    app = dialog()
    app.button(f"view_edit_{number}").click().run()
    app.text_input(f"view_name_{number}").input("Cao Bằng")
    app = app.button(f"view_change_{number}").click().run()
    assert [error.value for error in app.error] == [say("store.name_taken", "vi")]
    assert {view.name for view in views.views()} == {"Hai", "Cao Bằng"}


def test_the_bare_start_offers_the_home_view_and_stays_the_overview() -> None:
    views.make_home(views.save(VIEW))
    app = visit("overview")
    assert [element.value for element in app.title] == [say("page.overview", "vi")]
    assert app.query_params == {}
    assert links(app)[say("views.home", "vi", name="Cao Bằng")] == "nam=2020-2021&dia-gioi=34&tinh=04"


@pytest.mark.parametrize(("screen", "address"), [("overview", {"nam": "2021"}), ("members", {})])
def test_elsewhere_the_home_view_is_not_offered(screen: str, address: dict[str, str]) -> None:
    views.make_home(views.save(VIEW))
    assert say("views.home", "vi", name="Cao Bằng") not in links(visit(screen, **address))


@pytest.fixture
def two_releases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The hand-made figures, published twice without a change; the serving release."""
    publish_again(tmp_path / "two", "one")
    serving = publish_again(tmp_path / "two", "two")
    read_from(tmp_path / "two", monkeypatch)
    return serving


def test_a_newer_release_without_a_change_behind_a_view_is_taken_up_silently(two_releases: str) -> None:
    views.save(VIEW)
    app = dialog(**ADDRESS)
    assert not [text for text in app.text if "bản mới" in text.value]
    assert views.views()[0].release == two_releases


def test_a_view_says_what_changed_until_somebody_has_seen_it(
    two_releases: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newer, "changes", lambda *_: newer.Changes(1200, 2, 0, tuple(metrics())[:6]))
    views.save(VIEW)
    app = dialog(**ADDRESS)
    news = say("views.news", "vi", name="Cao Bằng", former="r1", serving=two_releases)
    counts = "Trong phạm vi khung nhìn này: 1.200 số mới, 2 số thay đổi, 0 số không còn."
    named = "; ".join(one.vi for one in [*metrics().values()][:4])
    about = f"Chỉ tiêu có thay đổi: {named}; 2 chỉ tiêu khác."
    assert f"{news} {counts} {about}" in [text.value for text in app.text]
    app = app.button("news_seen").click().run()
    assert not [text for text in app.text if "bản mới" in text.value]
    assert views.views()[0].release == two_releases


@pytest.mark.usefixtures("two_releases")
def test_of_a_release_that_is_gone_a_view_says_that_nothing_can_be_counted() -> None:
    views.save(replace(VIEW, release="r0"))
    said = [text.value for text in dialog(**ADDRESS).text]
    assert [text for text in said if text.endswith(say("views.news.unknown", "vi"))]


def test_where_views_cannot_be_read_the_screen_stands_and_the_dialog_says_why(kept_in: Path) -> None:
    kept_in.mkdir()
    (kept_in / store.FILE).write_text("không phải kho", encoding="utf-8")
    assert not visit("members").exception
    app = dialog()
    assert [error.value for error in app.error] == [say("store.damaged", "vi")]


def test_names_are_plain_text_wherever_they_stand() -> None:
    views.make_home(views.save(replace(VIEW, name="![x](y) **đậm**")))
    for app in (visit("overview"), dialog(), dialog(**ADDRESS)):
        assert not app.exception
        shown = [*links(app), *(caption.value for caption in app.caption)]
        assert any("\\!\\[x\\]" in text for text in shown)
        assert not any("![x](y)" in text for text in shown)
