"""The page in a real Chromium: quotes open where they stand, keys work, colours switch, nothing is asked of a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import chromium
from briefs import BAD, CLAIMS, HOSTILE, brief
from dateline.views import html

pytestmark = pytest.mark.skipif(chromium.program() is None, reason="no Chromium is installed (Debian: chromium)")

QUOTE = "Eerder deze week vertrok een koor naar het vasteland"
LINK = f"[...document.querySelectorAll('#timeline a.q')].find(a => a.textContent.includes('{QUOTE}'))"


@pytest.fixture(scope="module")
def browser() -> Iterator[chromium.Tab]:
    with chromium.browser() as tab:
        yield tab


@pytest.fixture
def tab(browser: chromium.Tab, tmp_path: Path) -> Iterator[chromium.Tab]:
    """The page, freshly loaded on a wide screen; afterwards it must have complained of nothing and asked for nothing."""
    path = tmp_path / "brief.html"
    path.write_bytes(html.render(brief()).encode("utf-8"))
    browser.size(1440)
    browser.prefer("light")
    browser.load(path.as_uri())
    yield browser
    assert browser.complaints() == []
    assert browser.requested() == [path.as_uri()]
    assert browser.run("document.title") == "What stands on Sun 19 May 2024"


def seen(tab: chromium.Tab, element: str) -> bool:
    """Whether the middle of an element is within the window, with nothing else over it."""
    return bool(
        tab.run(
            f"(() => {{ const e = {element}; const r = e.getClientRects()[0];"
            "const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);"
            "return r.height > 0 && !!top && (e.contains(top) || top.contains(e)); })()"
        )
    )


def marked(tab: chromium.Tab) -> list[str]:
    found: list[str] = tab.run("[...document.querySelectorAll('mark')].map(m => m.textContent)")
    return found


@pytest.mark.parametrize("width", [390, 900, 1440])
def test_a_line_opens_its_quote_in_the_article(tab: chromium.Tab, width: int) -> None:
    tab.size(width, 420)
    tab.run(f"{LINK}.click()")
    assert marked(tab) == [QUOTE]
    assert seen(tab, "document.querySelector('mark')")
    assert tab.run("document.querySelector('mark').closest('article').querySelector('h3').textContent") == "Eilandbode"
    assert tab.run("document.querySelector('#live').textContent") == "Eilandbode: the quote is marked"


def test_opening_a_quote_leaves_the_page_beside_it_where_it_was(tab: chromium.Tab) -> None:
    tab.size(1440, 420)
    tab.run("window.scrollTo(0, 700)")
    tab.run(f"{LINK}.click()")
    assert tab.run("window.scrollY") == 700
    assert tab.run("document.querySelector('#reader-head').textContent") == "Eilandbode"
    tab.press("Escape")
    assert tab.run("document.querySelector('#reader-head').textContent") == "The articles"


def test_on_a_narrow_page_the_line_stays_in_sight_above_the_article(tab: chromium.Tab) -> None:
    tab.size(390, 800)
    tab.run(f"{LINK}.click()")
    assert seen(tab, LINK)
    assert seen(tab, "document.querySelector('mark')")


def test_every_line_marks_exactly_its_quote(tab: chromium.Tab) -> None:
    tab.run("document.querySelector('#claims details').open = true")
    got = tab.run(
        "[...document.querySelectorAll('#claims a.q')].map(a => "
        "(a.click(), [document.querySelectorAll('mark').length, document.querySelector('mark').textContent]))"
    )
    wanted = sorted((c.span for c in CLAIMS), key=lambda s: s)
    steering = {"\x1b": "⟨U+001B⟩", "\u202e": "⟨U+202E⟩", "\u202c": "⟨U+202C⟩"}
    quotes = ["".join(steering.get(sign, sign) for sign in span.quote) for span in wanted]
    assert got == [[1, quote] for quote in quotes]


def test_no_mark_stays_behind_and_the_text_stays_whole(tab: chromium.Tab) -> None:
    text = "document.querySelector('#a2 .text').textContent"
    before = tab.run(text)
    tab.run("document.querySelectorAll('#timeline a.q').forEach(a => a.click())")
    assert len(marked(tab)) == 1
    assert tab.run(text) == before
    tab.press("Escape")
    assert marked(tab) == []
    assert tab.run(text) == before


@pytest.mark.parametrize("width", [390, 900, 1440])
def test_the_keyboard_opens_a_quote_goes_on_and_comes_back(tab: chromium.Tab, width: int) -> None:
    tab.size(width)
    tab.run("document.querySelector('#timeline a.q').focus()")
    tab.press("ArrowDown")
    tab.press("ArrowDown")
    tab.press("ArrowUp")
    assert tab.run("document.activeElement.textContent") == "“The mooring fee was dropped in March”"
    tab.press("Enter")
    assert tab.run("document.activeElement.tagName") == "MARK"
    assert marked(tab) == ["The mooring fee was dropped in March"]
    tab.press("Escape")
    assert tab.run("document.activeElement.textContent") == "“The mooring fee was dropped in March”"
    assert marked(tab) == []


def test_with_the_article_beside_the_page_it_follows_the_arrow_keys(tab: chromium.Tab) -> None:
    tab.run("document.querySelector('#timeline a.q').click()")
    tab.run("document.querySelector('#timeline a.q').focus()")
    tab.press("ArrowDown")
    assert marked(tab) == ["The mooring fee was dropped in March"]
    assert tab.run("document.activeElement.tagName") == "A"


def test_tab_reaches_the_way_past_the_head_the_switch_and_the_quotes(tab: chromium.Tab) -> None:
    reached = []
    for _ in range(16):
        tab.press("Tab")
        reached.append(
            tab.run("document.activeElement.id || document.activeElement.className || document.activeElement.hash")
        )
    assert reached[0] == "skip"
    assert reached[1] == "theme"
    assert "q" in reached


@pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
def test_colours_follow_the_system_and_the_switch(tab: chromium.Tab, scheme: str, other: str) -> None:
    def look() -> tuple[bool, str]:
        colour = tab.run("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        return sum(colour) < 200, tab.run("document.querySelector('#theme').getAttribute('aria-pressed')")

    tab.prefer(scheme)
    assert look() == (scheme == "dark", str(scheme == "dark").lower())
    tab.run("document.querySelector('#theme').click()")
    assert look() == (other == "dark", str(other == "dark").lower())
    assert tab.run("localStorage.length + sessionStorage.length") == 0
    assert tab.run("document.cookie") == ""


def test_lists_narrow_by_words_status_and_language(tab: chromium.Tab) -> None:
    def narrow(name: str, value: str) -> int:
        tab.run(f"(e => {{ e.value = '{value}'; e.dispatchEvent(new Event('input', {{bubbles: true}})); }})({name})")
        return int(
            tab.run("[...document.querySelectorAll('#timeline tbody tr')].filter(r => r.checkVisibility()).length")
        )

    assert narrow("document.querySelector('#find')", "ROWING") == 1
    assert tab.run("document.querySelector('#found').textContent") == "1 of 13 events"
    assert narrow("document.querySelector('#find')", "") == 13
    assert tab.run("document.querySelector('#found').textContent") == ""
    assert narrow("document.querySelector('#status')", "planned") == 3
    assert narrow("document.querySelector('#langs')", "nl") == 2
    board = "[...document.querySelectorAll('#board tbody tr')].filter(r => r.checkVisibility()).length"
    assert tab.run(board) == 1
    assert narrow("document.querySelector('#langs')", "en") == 1
    assert tab.run(board) == 2


@pytest.mark.parametrize("width", [390, 900, 1440])
def test_nothing_sticks_out_to_the_side(tab: chromium.Tab, width: int) -> None:
    tab.size(width)
    tab.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert tab.run("document.documentElement.scrollWidth") == width


def test_stacked_cells_are_still_a_table_to_a_screen_reader(tab: chromium.Tab) -> None:
    tab.size(390)
    tab.run(f"{LINK}.click()")
    roles = [node.get("role", {}).get("value") for node in tab.ask("Accessibility.getFullAXTree")["nodes"]]
    for role in (
        "main",
        "banner",
        "navigation",
        "complementary",
        "table",
        "columnheader",
        "rowheader",
        "cell",
        "search",
    ):
        assert role in roles, role


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_told_from_their_ground(tab: chromium.Tab, scheme: str) -> None:
    """Contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3) for the colours of words on both grounds."""
    tab.prefer(scheme)
    weak = tab.run(
        """(() => {
        const style = getComputedStyle(document.documentElement);
        const light = (name) => {
          const hex = style.getPropertyValue(name).trim();
          const parts = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
          const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const pairs = [["--mark-ink", "--mark"]];
        for (const ink of ["--ink", "--soft", "--accent", "--good", "--plan", "--bad", "--doubt"])
          for (const ground of ["--paper", "--sheet", "--tint"]) pairs.push([ink, ground]);
        return pairs.filter(([a, b]) => {
          const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
          return (high + 0.05) / (low + 0.05) < 4.5;
        });
        })()"""
    )
    assert weak == []


def test_hostile_text_is_there_to_be_read(tab: chromium.Tab) -> None:
    tab.run("document.querySelector('a[data-a=\"a3\"]').click()")
    text = tab.run("document.querySelector('#a3 .text').textContent")
    assert HOSTILE.split("</script></article>")[1].split("&amp;")[0] in text
    assert tab.run("document.querySelectorAll('main script, aside script, main img, aside img').length") == 0
    assert brief().readings[2].article.id == BAD


def test_the_page_is_whole_without_scripts(browser: chromium.Tab, tmp_path: Path) -> None:
    path = tmp_path / "bare.html"
    path.write_bytes(html.render(brief()).encode("utf-8"))
    browser.ask("Emulation.setScriptExecutionDisabled", value=True)
    browser.load(path.as_uri())
    browser.ask("Emulation.setScriptExecutionDisabled", value=False)
    assert browser.run("document.documentElement.className") == ""
    assert browser.run("[...document.querySelectorAll('#reader article')].every(a => a.checkVisibility())")
    assert not browser.run("[...document.querySelectorAll('button, #filter')].some(b => b.checkVisibility())")


def test_paper_is_white_whatever_the_screen_was(tab: chromium.Tab) -> None:
    tab.prefer("dark")
    tab.run("document.querySelector('#theme').click(); document.querySelector('#theme').click()")
    tab.ask("Emulation.setEmulatedMedia", media="print")
    ground = tab.run("getComputedStyle(document.body).backgroundColor")
    tab.ask("Emulation.setEmulatedMedia", media="")
    assert ground == "rgb(255, 255, 255)"


def test_on_paper_every_article_is_printed_and_no_button(tab: chromium.Tab) -> None:
    tab.run(f"{LINK}.click()")
    tab.ask("Emulation.setEmulatedMedia", media="print")
    articles = tab.run("[...document.querySelectorAll('#reader article')].every(a => a.getClientRects().length)")
    buttons = tab.run("[...document.querySelectorAll('button, nav, #filter')].some(b => b.getClientRects().length)")
    tab.ask("Emulation.setEmulatedMedia", media="")
    assert articles
    assert not buttons


@pytest.mark.parametrize("width", [400, 780, 1200, 1440])
def test_a_label_of_the_board_breaks_between_its_words_alone(tab: chromium.Tab, tmp_path: Path, width: int) -> None:
    whole = brief()
    rows = tuple(replace(row, label="investigation, Norderoog-Westerland") for row in whole.board)
    path = tmp_path / "long.html"
    path.write_bytes(html.render(replace(whole, board=rows)).encode("utf-8"))
    tab.size(width)
    tab.load(path.as_uri())
    lines = (
        "(() => { const n = document.createTreeWalker(document.querySelector('.board tbody th'), NodeFilter.SHOW_TEXT)"
        ".nextNode(); const r = document.createRange(); r.setStart(n, 0); r.setEnd(n, 'investigation'.length);"
        "return new Set([...r.getClientRects()].map(x => Math.round(x.top))).size; })()"
    )
    assert tab.run(lines) == 1
    tab.load((tmp_path / "brief.html").as_uri())
