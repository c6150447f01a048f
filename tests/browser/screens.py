"""The screens by their Vietnamese addresses, the sizes that people have, and how a page is measured."""

from collections.abc import Mapping
from contextlib import suppress

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize
from playwright.sync_api import TimeoutError as Waited

from congdoan.paths import ROOT
from congdoan.text import Language, say
from tests.project import assigned

GROUPS: Mapping[str, Mapping[str, str]] = assigned(ROOT / "congdoan" / "page" / "screens.py", "PAGES")
SCREENS = {address: screen for group in GROUPS.values() for screen, address in group.items()}
LANGUAGES: tuple[Language, ...] = ("vi", "en")
PROJECTOR = ViewportSize(width=1920, height=1080)
OFFICE = ViewportSize(width=1366, height=768)
PHONE = ViewportSize(width=360, height=740)
SIZES = (PROJECTOR, OFFICE, PHONE)
BLOCKING = {"serious", "critical"}
NOT_OURS = [["[data-testid=stSidebarNavItems]"]]  # Streamlit's menu on phones: group headings inside a list


def title(slug: str, lang: Language) -> str:
    """The heading that the screen at an address must show."""
    return say(f"page.{SCREENS[slug]}", lang)


def address(server: str, slug: str, lang: Language, **choice: str) -> str:
    """A deep link; Vietnamese is the default and stands in no address."""
    wanted = choice if lang == "vi" else {**choice, "lang": lang}
    query = "&".join(f"{key}={value}" for key, value in wanted.items())
    return f"{server}/{slug}" + (f"?{query}" if query else "")


WIDER = """() => Math.max(
    document.scrollingElement.scrollWidth - window.innerWidth,
    ...[...document.querySelectorAll('[data-testid=stMain]')]
        .map((part) => part.scrollWidth - part.clientWidth),
)"""


def sideways(page: Page) -> int:
    """By how many pixels the page, or its part that scrolls, stays wider than a window just resized."""
    with suppress(Waited):
        page.wait_for_function(f"() => ({WIDER})() <= 0", timeout=5_000)
    return int(page.evaluate(WIDER))


def barriers(page: Page) -> list[str]:
    """What axe finds serious or critical: rule and the elements that break it."""
    found = Axe().run(page, context={"exclude": NOT_OURS}).response["violations"]
    grave = [one for one in found if one["impact"] in BLOCKING]
    return [f"{one['id']}: {node['html'][:160]}" for one in grave for node in one["nodes"]]
