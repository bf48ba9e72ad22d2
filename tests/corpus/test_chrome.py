"""Page chrome goes, the article stays."""

from __future__ import annotations

import pytest

from bot.corpus.chrome import is_phrase
from bot.corpus.credits import byline, credit
from bot.corpus.document import BlockKind
from tests.corpus.build import blocks, document, legible

WECHAT_TAIL = """
预览时标签不可点

阅读原文

![]()

微信扫一扫
关注该公众号

继续滑动看下一个

示例报

知道了

微信扫一扫
使用小程序

取消
允许

×
分析

![跳转二维码]()

微信扫一扫可打开此内容，
使用完整服务

：
，
，
。

视频
小程序
赞
，轻点两下取消赞
在看
，轻点两下取消在看
分享
留言
收藏
听过"""


@pytest.mark.parametrize(
    "line",
    [
        "预览时标签不可点",
        "微信扫一扫",
        "知道了",
        "邮发代号 8-123",
        "征订热线：010-12345678",
        "扫码订阅《示例杂志》",
        "长按识别二维码关注我们",
        "欢迎关注《示例》杂志官方抖音号",
        "欢迎关注",
        "《示例》杂志倾力推荐",
        "点击下图 了解详情",
        "点击蓝字 关注我们",
        "戳“阅读原文”看更多！",
        "阅读原文",
        "球分享",
        "点赞、在看、转发",
        "2024-11-20 17:59 发表于浙江",
        "责任编辑：王某 李某",
        "转载请注明出处和本文链接",
        "- END -",
        "打开APP查看全文",
        "上一篇：某个标题",
        "分享到：微信 微博",
        "Copyright © 2024 Example. All rights reserved.",
        "Editor: Jane Doe",
        "视频 小程序 赞 ，轻点两下取消赞 在看 ，轻点两下取消在看 分享",
    ],
)
def test_a_line_of_the_page_is_chrome(line: str) -> None:
    assert is_phrase(line)
    assert legible(f"正文第一句。\n\n**{line}**\n\n正文第二句。") == ["正文第一句。", "正文第二句。"]


@pytest.mark.parametrize(
    "line",
    [
        "这一话题受到与会者关注。",
        "欢迎关注数字经济的各国朋友来到水乡。",
        "大会欢迎各国企业扫码报名，点击官网即可阅读原文。",
        "关注青年与数字未来。",
        "他说，分享是互联网的精神。",
        "视频会议连接各地。",
        "扫黑除恶引发关注",
        "2022年7月12日",
        "2014年",
        "分享",
        "往期数据显示，展商逐年增加。",
        "他点赞了这项成果。",
        "推荐阅读活动在图书馆举行。",
        "来源广泛的数据汇聚于此。",
    ],
)
def test_a_line_of_the_article_stays(line: str) -> None:
    assert legible(f"正文第一句。\n\n{line}\n\n正文第二句。") == ["正文第一句。", line, "正文第二句。"]


def test_the_platforms_tail_goes_whole() -> None:
    assert blocks("正文到此结束。\n" + WECHAT_TAIL) == [
        (BlockKind.PARAGRAPH, 1, "正文到此结束。"),
        (BlockKind.SEPARATOR, 3, ""),
    ]


def test_what_is_short_within_the_article_stays_although_the_page_ends_in_chrome() -> None:
    body = "小标题\n\n正文一。\n\n微信扫一扫\n\n数字论坛\n\n正文二是一个完整的句子。\n\n"
    body += "**每日涨知识**\n\n沙箱（sandbox）\n\n一种隔离机制\n\n﹀"
    assert legible(body + "\n\n**球分享**\n" + WECHAT_TAIL) == legible(body)
    assert legible(body)[-3:] == ["每日涨知识", "沙箱（sandbox）", "一种隔离机制"]


def test_buttons_are_chrome_only_in_a_row() -> None:
    assert legible("正文。\n\n分享\n\n正文。") == ["正文。", "分享", "正文。"]
    assert legible("正文。\n\n分享\n\n收藏\n\n在看\n\n正文。") == ["正文。", "正文。"]


def test_the_list_of_other_articles_goes_until_the_text_goes_on() -> None:
    body = "正文。\n\n往期推荐\n\n[去年来了多少嘉宾？](https://a.example)\n\n1、前年的峰会\n\n旧文一篇，怎么看？\n\n这里又是正文。"
    assert legible(body) == ["正文。", "这里又是正文。"]
    assert legible("正文。\n\n往期推荐\n\n旧文一篇\n\n每日涨知识\n\n沙箱") == ["正文。", "每日涨知识", "沙箱"]


def test_a_publishers_slogan_between_chrome_goes() -> None:
    assert legible("正文。\n\n（来源：某报）\n\n**守护网络 人人有责**\n\n**欢迎关注《某》杂志**\n") == [
        "正文。",
        "（来源：某报）",
    ]
    assert legible("正文。\n\n（来源：某报）\n\n**守护网络 人人有责**\n\n还有正文。")[2] == "守护网络 人人有责"


def test_the_title_printed_again_is_removed_and_its_first_heading_stays() -> None:
    assert legible("# 乌镇见闻\n\n![cover_image](a.jpg)\n\n# 乌镇见闻\n\n正文。") == ["乌镇见闻", "正文。"]


def test_names_under_the_title_are_no_text() -> None:
    found = document("# 乌镇见闻\n\n王小明\n\n示例报\n\n正文第一句。")
    assert [block.text for block in found.blocks if block.sentences] == ["乌镇见闻", "正文第一句。"]
    assert (found.author, found.author_line) == ("王小明", 9)


def test_a_short_line_under_the_title_stays_unless_the_layout_is_proven() -> None:
    found = document("# 乌镇见闻\n\n水乡新貌\n\n正文第一句。")
    assert [block.text for block in found.blocks] == ["乌镇见闻", "水乡新貌", "正文第一句。"]
    assert found.author == ""


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("（来源：人民日报）", "人民日报"),
        ("来源：新华网", "新华网"),
        ("资讯来源：大会官网、光明网", "大会官网、光明网"),
        ("来源 | 新华社", "新华社"),
        ("Source: Xinhua", "Xinhua"),
        ("(Source: China Daily)", "China Daily"),
        ("大会圆满闭幕。（来源：浙江日报）", "浙江日报"),
        ("转自：示例网（有删改）", "示例网（有删改）"),
        ("信息来源：多样", "多样"),
        ("2024-11-20 08:00 来源：新华网 作者：王小明", "新华网"),
        ("发布时间：2024年11月20日 来源：浙江在线", "浙江在线"),
        ("数据来源广泛。", ""),
        ("他谈到资金来源：政府和企业。随后离开。", ""),
        ("一般句子。", ""),
    ],
)
def test_the_credit_line_names_the_origin(line: str, origin: str) -> None:
    assert credit(line) == origin


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("作者：王小明", "王小明"),
        ("文/王小明 李雷", "王小明 李雷"),
        ("本报记者 王小明", "王小明"),
        ("By Jane Doe", "Jane Doe"),
        ("某社乌镇11月20日电（记者王小明、李雷）大会开幕。", "王小明、李雷"),
        ("他说，（记者）都很忙。", ""),
        ("记者：论坛有哪些看点？", ""),
        ("记者：您好", ""),
        ("作者认为，这很好。", ""),
    ],
)
def test_the_byline_names_the_author(line: str, name: str) -> None:
    assert byline(line) == name
