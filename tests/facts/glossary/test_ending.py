"""Where an explanation stops, and what it keeps."""

from __future__ import annotations

import pytest

from tests.facts.glossary.columns import BOTNET, COLUMN, ITEM, explained


@pytest.mark.parametrize("parted", ["\n\n", "\n"], ids=["paragraph", "line"])
@pytest.mark.parametrize(
    "line",
    [
        "资讯来源：嘶吼",
        "来源：安全内参",
        "文章来源：嘶吼",
        "图片来源：网络",
        "（完）",
        "【完】",
        "全文完",
        "- THE END -",
        "~完~",
        "- END -",
        "——END——",
        "声明：本文仅代表作者观点。",
        "免责声明：仅供学习。",
        "作者：张三",
        "文/小雪",
        "文 | 小雪",
        "记者 张三",
        "本文由小雪编译",
        "热门文章",
        "更多资讯请关注示例学院",
        "下期预告：中间人攻击",
        "学会了吗？",
        "你学会了吗？",
        "今天的知识你学会了吗",
        "本期互动：你中过招吗？",
        "#网络安全 #科普",
        "#每日科普#",
        "标签：安全 科普",
        "编辑：左右里 | 审核：小雪",
        "https://bbs.example.com/thread-1.htm",
        "示例学院",
        "左右里",
        "编辑：左右里",
        "转载请注明出处",
        "点击阅读原文，查看更多",
        "扫码加入交流群",
        "欢迎关注我们的公众号",
        "以上内容仅供学习交流",
        "参考链接：https://a.b/c",
        "明天见！",
        "我们下期再见",
        "喜欢的话点个在看吧",
        "如果你有想了解的术语，欢迎留言",
        "想了解更多？扫码关注",
        "SDC 2023 早鸟票火热销售中，限时5折！",
        "*本文由示例论坛 night 原创，转载请注明来自示例社区",
        "投稿邮箱：a@b.cn",
        "商务合作：wsc@example.com",
        "📢 报名入口已开启",
        "互动话题：你会怎么防？",
        "大家都记住了吗？明天继续哦！",
        "安全小提示：不要点陌生链接。",
        "责编：张三 审核：李四",
        "出品 | 示例学院",
        "原文链接：https://a.b",
        "相关阅读：什么是蠕虫",
        "本期福利：留言抽三位读者送书",
        "在评论区说说你的看法吧！",
        "编译/小雪",
        "来源 | 安全客",
        "未完待续",
        "以上就是今天的每日涨知识，我们明天见。",
        "让我们一起涨知识！",
        "每天一个安全小知识，我们明天见~",
    ],
)
def test_the_pages_own_line_is_not_explained(line: str, parted: str) -> None:
    assert explained(COLUMN + ITEM + parted + line) == [BOTNET]


@pytest.mark.parametrize(
    "section",
    [
        "推荐阅读\n\n[别的](http://a.b)",
        "往期推荐\n\n1、别的文章（other）",
        "**活动预告**\n\n本周六见。",
        "## 二、漏洞速览\n\n一个漏洞。",
        "---\n\n后文继续。",
        "参考资料：\n\n[1] 某书",
        "示例ID：night\n\nhttps://bbs.example.com/user-1.htm",
        "| 序号 | 名称 |\n|---|---|\n| 1 | 甲 |",
        "今日资讯\n\n某公司宣布开源其扫描器。",
        "排版：小王\n审核：小李",
        "关于我们\n\n示例成立于2000年。",
        "[关注我们](http://a.b)",
    ],
)
def test_another_section_is_not_explained(section: str) -> None:
    assert explained(COLUMN + ITEM + "\n\n" + section) == [BOTNET]


@pytest.mark.parametrize(
    "tail",
    [
        "（完）",
        "【完】",
        "（来源：安全内参）",
        "（资讯来源：嘶吼）",
        " 来源：安全内参",
        " #网络安全 #科普",
        " END",
        "（编辑：左右里）",
        "▼",
        "👆",
        " https://a.b/c",
    ],
)
def test_what_follows_on_the_last_line_is_not_explained(tail: str) -> None:
    assert explained(COLUMN + ITEM + tail) == [BOTNET]


@pytest.mark.parametrize(
    "more",
    [
        "它常被用来发送垃圾邮件。",
        "例如，Mirai 曾感染数十万台摄像头。",
        "攻击者通过扫描弱口令扩大规模。",
        "注意与蠕虫（worm）区分：后者能自我复制。",
        "特点：隐蔽、分散、难以根除。",
        "扫描器会不断寻找新的目标。",
        "点击恶意链接的主机可能成为其中一员。",
        "识别僵尸网络的办法之一是分析流量。",
        "图中的主机互不相识，却听命于同一台服务器。",
        "来源可疑的程序往往是入口。",
        "文件共享也是常见的传播途径。",
        "分享口令同样危险。",
        "这类网络又称“肉鸡群”（zombie army）。",
        "通常分为两类：集中式和分布式。",
        "关注异常流量有助于发现它。",
        "编辑器漏洞也会被利用。",
        "作者们往往按台数出租。",
        "声明自己无害的程序未必无害。",
    ],
)
def test_a_further_paragraph_is_kept(more: str) -> None:
    assert explained(COLUMN + ITEM + "\n\n" + more) == [(*BOTNET[:2], BOTNET[2] + more)]
