"""Headings of a glossary column as pages decorate, number and break them."""

from __future__ import annotations

import pytest

from tests.facts.glossary.columns import BOTNET, ITEM, column, explained


@pytest.mark.parametrize(
    "heading",
    [
        "💡每日涨知识",
        "📚 **每日涨知识**",
        "▎每日涨知识",
        "| 每日涨知识",
        "|| 每日涨知识 ||",
        "每日涨知识（第3期）",
        "每日涨知识(第3期)",
        "每日涨知识（1月2日）",
        "示例每日涨知识",
        "每日涨知识小课堂",
        "六、每日涨知识",
        "06 每日涨知识",
        "06、每日涨知识",
        "06. 每日涨知识",
        "『每日涨知识』",
        "=== 每日涨知识 ===",
        "每日 涨知识",
        "每 日 涨 知 识",
        "﹀ 每日涨知识",
        "**每日涨**\n**知识**",
        "每日涨\n知识",
        "每日涨\n\n知识",
        "每日涨知识 · 密码学",
        "每日涨知识：今天学一个词",
        "每日涨知识 | 密码学基础",
        "每日涨知识【第12期】",
        "【每日涨知识】第12期",
        "【每日涨知识·第12期】",
        "每日涨知识｜2023.01.02",
        "每日涨知识 2023年1月2日",
        "每日涨知识 Vol.12",
        "每日涨知识 Day 12",
        "每日涨知识#12",
        "每日涨知识（12）",
        "每日涨知识（密码学）",
        "每日涨知识时间到",
        "每日涨知识来啦！",
        "👇👇每日涨知识👇👇",
        "↓↓↓ 每日涨知识 ↓↓↓",
        "★每日涨知识★",
        "~每日涨知识~",
        "- 每日涨知识 -",
        "· 每日涨知识 ·",
        "———— 每日涨知识 ————",
        "01｜每日涨知识",
        "Part 3 每日涨知识",
        "PART.03 每日涨知识",
        "三 每日涨知识",
        "示例学院 | 每日涨知识",
        "示例学院每日涨知识",
        "今日份每日涨知识",
        "＃每日涨知识＃",
        "#每日涨知识",
        "“每日涨知识”",
        "《每日涨知识》",
        "《每日涨知识》第12期",
        "[每日涨知识]",
        "<每日涨知识>",
        "「 每日涨知识 」",
        "每日漲知識",
        "每日一词",
        "Word of the day",
        "WORD OF THE DAY",
        "名词小贴士",
        "每日涨知识卡",
        "<strong>每日涨知识</strong>",
        "<p>每日涨知识</p>",
        "### **每日涨知识**",
        "# 每日涨知识",
        "__每日涨知识__",
        "**每日涨知识**  ",
        "**每日涨知识：**",
        "*每日涨知识*",
        "`每日涨知识`",
        "每日涨知识\u200b",
        "每日涨知识 ｜ 周三",
        "每日涨知识 | 总第128期",
        "每日涨知识——第128期",
        "◤每日涨知识◢",
        "✦ 每日涨知识 ✦",
        "每日涨知识!",
        "每日涨知识～",
        "🔐每日涨知识🔐",
        "① 每日涨知识",
        "第三部分 每日涨知识",
        "每日涨知识 / Daily Term",
        "每日涨知识 Daily Knowledge",
        "每日涨知识 DAILY WORD",
        "&nbsp;每日涨知识&nbsp;",
        "每日涨知识 +1",
        "【每日涨知识 128】",
        "**【每日涨知识】**",
        "每日涨知识（每周三更新）",
        "栏目：每日涨知识",
        "栏目 | 每日涨知识",
        "每日涨知识系列之三",
        "每日涨知识之十二",
    ],
)
def test_a_decorated_heading_opens_the_column(heading: str) -> None:
    assert explained(heading + "\n\n" + ITEM) == [BOTNET]


@pytest.mark.parametrize(
    "heading", ["WORD OF THE DAY", "word of the day", "每日涨知识卡", "每日漲知識卡", "每日漲知识卡"]
)
def test_a_phrase_is_known_in_any_letter_case_and_script(heading: str) -> None:
    assert explained(heading + "\n\n" + ITEM, ["Word of the Day", "每日漲知識卡"]) == [BOTNET]


@pytest.mark.parametrize(
    "body",
    [
        "每日涨知识栏目征稿启事\n\n征稿范围\n\n漏洞分析（vulnerability analysis）等。",
        "**每日涨知识**\n\n[什么是侧信道（side channel）](http://x.y/1)\n\n[什么是公钥](http://x.y/2)",
        "**每日涨知识**\n\n![](a.png)\n\n![](b.png)",
        "**每日涨知识**\n\n![](a.png)\n\n微信扫一扫\n关注该公众号",
        "**每日涨知识**\n\n今晚八点，直播间见。\n\n扫描下方二维码预约。",
        "本期目录\n\n1. 安全资讯\n2. 每日涨知识\n3. 往期推荐\n\n某公司（Acme）\n\n昨日宣布裁员。",
        "目录\n\n- 漏洞预警（CVE）\n- 每日涨知识\n- 活动预告\n\n正文第一段。",
        "**每日涨知识**\n\n节日休更\n\n编辑部元旦休息三天。",
        "**每日涨知识**\n\n某公司宣布开源其扫描器\n\n该公司表示，源码已经放出。",
        "每日涨知识，天天有进步。\n\n本周共收到来信十七封。",
        "**每日涨知识**第二季上线\n\n编辑部（北京）\n\n新一季由读者出题。",
        "每日涨知识有奖问答开始了\n\n关注公众号（ikanxue）\n\n回复“涨知识”即可参与。",
        "**每日涨知识**\n\n关注公众号（ikanxue）\n\n每天学一个词。",
        "**每日涨知识**\n\n栏目介绍\n\n每天一个安全术语。",
        "**每日涨知识**\n\n欢迎投稿\n\n投稿邮箱：a@b.cn",
        "最受欢迎的栏目是每日涨知识\n\n读者投票（vote）\n\n共有三千人参加。",
        "他们还喜欢“每日涨知识”，\n每日涨知识\n一栏每天介绍一个词，例如蜜罐（honeypot）。\n\n他们还打算出书。",
        "**每日涨知识**\n\n时间：今晚八点\n\n地点：直播间",
        "**每日涨知识**\n\n主讲人：张三（某大学教授）\n\n他讲了三个小时。",
        "**每日涨知识**\n\n11月9日，某公司宣布开源其扫描器。\n\n源码已经放出。",
        "**每日涨知识**\n\nhttps://a.b/c\n\n点开看看。",
        "**每日涨知识**\n\n[什么是侧信道（side channel）](http://x.y/1)",
        "- 每日涨知识：[零信任（zero trust）](http://a.b)\n- 每日涨知识：[蜜罐（honeypot）](http://a.b)",
        "[每日涨知识](http://a.b)\n\n正文继续说别的事情。",
        "每日涨知识合集来啦\n\n点击下方链接查看。",
        "往期推荐\n\n每日涨知识 | 什么是零信任\n\n每日涨知识 | 什么是蜜罐",
        "推荐阅读\n\n[每日涨知识：零信任（zero trust）](http://a.b)\n\n[每日涨知识：蜜罐（honeypot）](http://a.c)",
        "每日涨知识\n\n敬请期待",
        "每日涨知识\n\nNO.128\n\n敬请期待！",
        "**每日涨知识**\n\n本栏目暂停一周。\n\n编辑部（editors）\n\n祝大家节日快乐。",
        "**每日涨知识**\n\n零信任（zero trust）\n\n![](a.png)\n\n**球分享**",
        "**每日涨知识**\n\n零信任（zero trust）\n\n来源：安全内参",
        "**每日涨知识**\n\n零信任（zero trust）\n\n## 二、漏洞速览\n\n一个漏洞被修复。",
        "很多读者喜欢每日涨知识\n\n零信任是其中一个词。",
        "每日涨知识 | 有奖问答\n\n答对者送书一本。",
        "每日涨知识｜欢迎投稿\n\n稿件请发到邮箱。",
        "每日涨知识：第二季来了\n\n我们每周三更新。",
        "| 栏目 | 内容 |\n|---|---|\n| 每日涨知识 | 僵尸网络（botnet） |\n\n由被控主机组成的网络。",
        "每日涨知识栏目已经办了三年。\n\n谢谢（thanks）\n\n大家。",
        "**每日涨知识**\n\n今天没有内容。",
        "**每日涨知识**",
        "他说每日涨知识很有用。",
        "```\n# 每日涨知识\n僵尸网络（botnet）\n由被控主机组成的网络。\n```",
        "**每日涨知识**\n\n专家谈安全（security）\n\n近日，李教授在论坛上表示，安全不是产品。",
        "**每日涨知识**\n\n请看下图：\n\n![](a.png)\n\n图中的蜜罐（honeypot）已经部署三年。",
        "读者问：每日涨知识在哪里看？\n\n答：在文末。\n\n蜜罐（honeypot）\n\n一种诱捕系统。",
    ],
)
def test_what_looks_like_a_column_gives_nothing(body: str) -> None:
    assert explained(body) == []


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("**每日涨知识**\n\n![](a.png)", [14]),
        ("**每日涨知识**\n\n僵尸网络（botnet）", [14]),
        ("正文。\n\n每日涨知识 第3期\n\n今天休息。", [16]),
        ("**每日涨知识**\n\n" + ITEM, []),
        ("很多人说每日涨知识办得好，一直在看，从来没有落下过一期，也常常转给同事。", []),
        ("[每日涨知识](http://a.example)", []),
        ("| 栏目 | 内容 |\n|---|---|\n| 每日涨知识 | 僵尸网络（botnet） |", []),
    ],
)
def test_a_heading_without_an_item_is_a_warning(body: str, lines: list[int]) -> None:
    problems = column(body).problems
    assert [(problem.line, problem.code, str(problem.severity)) for problem in problems] == [
        (line, "glossary_unread", "warning") for line in lines
    ]
