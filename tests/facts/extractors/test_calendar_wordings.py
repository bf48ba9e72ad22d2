"""When an edition met, in the wordings of newspapers, agencies and accounts; and days that are not the meeting's."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts, values

_DAYS = {"first": "start_date", "last": "end_date", "opens": "opening_date", "closes": "closing_date"}


def _days(length: int | None = None, **days: int) -> dict[str, str]:
    """`first=8, last=10` in November 2023, and the number of days."""
    found = {_DAYS[name]: f"2023-11-{day:02}" for name, day in days.items()}
    return found | ({"duration_days": str(length)} if length else {})


HELD = _days(3, first=8, last=10)


def _found(body: str, day: str) -> dict[str, str]:
    return {name: value for _, name, value in values(facts(body, day=day), *_DAYS.values(), "duration_days")}


@pytest.mark.parametrize(
    ("day", "body", "found"),
    [
        ("2023-11-12", "**2023**\n\n11月8日至10日，大会冠名“乌镇峰会”，以“建设包容普惠的数字世界”为主题。", HELD),
        ("2023-11-12", "**2023**\n\n11月8日至10日，峰会如约而至，120多个国家和地区的嘉宾参会。", HELD),
        ("2023-11-12", "**2023**\n\n11月8日—10日，第十届大会如约举行。", HELD),
        ("2023-11-12", "**2023年**\n\n11月8日至10日，峰会重回乌镇。", HELD),
        ("2023-11-12", "**2023**\n\n11月8日至10日，盛会再次唱响水乡。", HELD),
        ("2023-11-12", "## 2023\n\n11月8日至10日，峰会在线上线下同步进行。", HELD),
        ("2023-11-12", "**2023**\n\n11月8日至10日，峰会迎来第十个年头。", HELD),
        ("2023-11-07", "明天（11月8日），老朋友又要来了！今年会期比往年多出一天，到10日才结束。", HELD),
        ("2023-11-07", "峰会明天（8日）开幕，到10日结束。", _days(3, first=8, last=10, opens=8)),
        ("2023-11-07", "明天，2023年世界互联网大会乌镇峰会就要开幕了。", _days(opens=8)),
        ("2023-11-07", "世界互联网大会乌镇峰会明日启幕，10日落幕。", _days(opens=8, closes=10)),
        ("2023-11-07", "大会将于明（8）日在乌镇揭幕。", _days(opens=8)),
        (
            "2023-11-01",
            "金秋十一月，第十届世界互联网大会的脚步近了。8日至10日，新老朋友将再会乌镇，共话网络空间的明天。",
            HELD,
        ),
        ("2023-11-01", "11月8日至10日，八方宾客将再聚乌镇，共赴2023年世界互联网大会乌镇峰会。", HELD),
        ("2023-11-01", "8日到10日，乌镇将迎来2023年世界互联网大会乌镇峰会。", HELD),
        ("2023-11-01", "11月8日至10日，我们在乌镇等你！", HELD),
        ("2023-11-01", "11月8日—10日，乌镇见！", HELD),
        ("2023-11-01", "11月8日至10日，一年一度的互联网盛会将重返乌镇。", HELD),
        ("2023-11-09", "世界互聯網大會烏鎮峰會8日在浙江烏鎮開幕，到10日為止。", _days(3, first=8, last=10, opens=8)),
        (
            "2023-11-09",
            "2023年世界網際網路大會烏鎮峰會8日在浙江省烏鎮開幕，官員致賀信。\n\n這次峰會的主軸為「邁向數位文明」，到10日為止，採實體與線上併行方式舉辦。",
            _days(3, first=8, last=10, opens=8),
        ),
        ("2023-11-09", "峰會昨日開幕，會期至明日止。", _days(3, first=8, last=10, opens=8)),
        ("2023-11-09", "峰會昨日揭幕，為期三日，至明日結束。", _days(3, first=8, last=10, opens=8)),
        ("2023-11-09", "峰会8日开幕，将一直开到10日。", _days(3, first=8, last=10, opens=8)),
        ("2023-11-09", "峰会8日开幕，会议将举行至10日。", _days(3, first=8, last=10, opens=8)),
        (
            "2023-11-09",
            "昨日清晨，薄雾尚未散去。上午10时，2023年世界互联网大会乌镇峰会在乌镇拉开帷幕。",
            _days(opens=8),
        ),
        ("2023-11-09", "昨天的乌镇阳光正好。上午9时30分，世界互联网大会乌镇峰会正式开幕。", _days(opens=8)),
        ("2023-11-09", "按照日程，到明天下午闭幕为止，与会者将参加20场论坛。", _days(closes=10)),
        ("2023-11-09", "峰会将于明天下午闭幕。", _days(closes=10)),
        ("2023-11-09", "到明天落幕时，峰会将举办20场分论坛。", _days(closes=10)),
        ("2023-11-09", "大会三天，乌镇关着门欢迎世界。", _days(3)),
        ("2023-11-09", "三天的峰会里，嘉宾畅所欲言。", _days(3)),
        (
            "2023-11-12",
            "历时三天的2023年世界互联网大会乌镇峰会10日下午在乌镇降下帷幕。",
            _days(3, first=8, last=10, closes=10),
        ),
        (
            "2023-11-11",
            "本报浙江乌镇11月10日电（记者 王平）历时三天的2023年世界互联网大会乌镇峰会今天下午在乌镇降下帷幕。",
            _days(3, first=8, last=10, closes=10),
        ),
        ("2023-11-11", "新华社杭州11月10日电 2023年世界互联网大会乌镇峰会今天闭幕。", _days(closes=10)),
        ("2023-11-09", "乌镇11月8日电 2023年世界互联网大会乌镇峰会今天在这里开幕。", _days(opens=8)),
        ("2023-11-09", "本报乌镇11月8日讯（记者 李青）世界互联网大会乌镇峰会今天上午开幕。", _days(opens=8)),
        (
            "2023-11-09",
            "（中央社記者張明烏鎮8日電）2023年世界網際網路大會烏鎮峰會今天登場，為期3天。",
            _days(3, first=8, last=10, opens=8),
        ),
        ("2023-11-09", "【新華社杭州8日電】世界互聯網大會烏鎮峰會今日揭幕。", _days(opens=8)),
        (
            "2023-11-11",
            "中新社乌镇11月10日电 2023年世界互联网大会乌镇峰会于今日落幕。\n\n峰会昨天举行了多场分论坛。",
            _days(closes=10),
        ),
        (
            "2023-11-09",
            "HANGZHOU, Nov. 8 (Xinhua) -- The 2023 World Internet Conference Wuzhen Summit opened in Wuzhen on Wednesday.",
            _days(opens=8),
        ),
        (
            "2023-11-11",
            "WUZHEN, China, Nov 10 (Reuters) - The 2023 World Internet Conference Wuzhen Summit closed here today.",
            _days(closes=10),
        ),
        (
            "2023-11-09",
            "(Xinhua, Nov. 8) The 2023 World Internet Conference Wuzhen Summit opened today in Wuzhen.",
            _days(opens=8),
        ),
        (
            "2023-11-09",
            "WUZHEN, Zhejiang, Nov. 8, 2023 /PRNewswire/ -- The 2023 World Internet Conference Wuzhen Summit kicked off today.",
            _days(opens=8),
        ),
        (
            "2023-11-07",
            "Tomorrow the 2023 World Internet Conference Wuzhen Summit opens in Wuzhen.\n\n**2023**\n\nRunning for three days through Friday, this year's conference expects 1,500 guests.",
            _days(3, first=8, last=10, opens=8),
        ),
        (
            "2023-11-08",
            "The 2023 World Internet Conference Wuzhen Summit kicked off on Wednesday in Wuzhen. It runs through Friday.",
            _days(3, first=8, last=10, opens=8),
        ),
        (
            "2023-11-08",
            "The 2023 World Internet Conference Wuzhen Summit opened on Wednesday. The gathering, which wraps up on Friday, has drawn 1,600 delegates.",
            _days(opens=8, closes=10),
        ),
        (
            "2023-11-10",
            "The curtain fell on the 2023 World Internet Conference Wuzhen Summit in Zhejiang on Friday afternoon after three days of discussion.",
            _days(3, first=8, last=10, closes=10),
        ),
        ("2023-11-10", "The 2023 World Internet Conference Wuzhen Summit drew to a close on Friday.", _days(closes=10)),
        ("2023-11-10", "The 2023 World Internet Conference Wuzhen Summit came to an end on Friday.", _days(closes=10)),
        ("2023-11-10", "The summit wound up on Friday in Wuzhen.", _days(closes=10)),
        (
            "2023-11-10",
            "Curtains came down on the 2023 World Internet Conference Wuzhen Summit on Nov. 10.",
            _days(closes=10),
        ),
        (
            "2023-11-08",
            "The curtain rose on the 2023 World Internet Conference Wuzhen Summit on Wednesday.",
            _days(opens=8),
        ),
        (
            "2023-11-08",
            "The 2023 World Internet Conference Wuzhen Summit got under way on Wednesday in Wuzhen.",
            _days(opens=8),
        ),
        ("2023-11-08", "The three-day 2023 World Internet Conference Wuzhen Summit began on Wednesday.", HELD),
        ("2023-11-12", "**2023**\n\nDates: Nov 8-10\nAttendance: over 1,800 from 126 countries and regions", HELD),
        ("2023-11-12", "**2023**\n\nDate: November 8–10\n\nVenue: Wuzhen", HELD),
        ("2023-11-12", "**2023**\n\n- When: 8-10 November\n- Where: Wuzhen", HELD),
        ("2023-11-12", "**2023**\n\n日期：11月8日—10日\n地点：浙江乌镇", HELD),
        ("2023-11-12", "**2023**\n\n举办时间：11月8日至10日", HELD),
        ("2023-11-12", "**2023**\n\n时间｜11月8日-10日", HELD),
        ("2023-11-12", "**第十届（2023年）**\n\n会期：11月8日～10日", HELD),
        ("2023-10-31", "**Q1：峰会什么时候开？**\n\nA：11月8日开幕，为期三天。", _days(3, first=8, last=10, opens=8)),
        ("2023-10-31", "问：峰会哪天开幕？\n\n答：11月8日。", _days(opens=8)),
        ("2023-11-01", "还有7天，就是2023年世界互联网大会乌镇峰会啦！\n\n11月8日—10日\n\n会议时间", HELD),
        (
            "2023-11-09",
            "【本報記者林方烏鎮八日電】一連三天的世界互聯網大會烏鎮峰會昨日上午在浙江烏鎮揭幕。",
            _days(3, first=8, last=10, opens=8),
        ),
        (
            "2023-11-09",
            "7日上午，峰会新闻中心启用。8日上午，峰会在乌镇互联网国际会展中心举行开幕式，省长致辞。",
            _days(opens=8),
        ),
        (
            "2023-11-10",
            "2023年世界互联网大会乌镇峰会今天落下帷幕。从8日到10日，短短三天，1800多位嘉宾各抒己见。",
            _days(3, first=8, last=10, closes=10),
        ),
        ("2023-11-09", "2023年世界網際網路大會烏鎮峰會8日起一連3天在浙江烏鎮舉行。", HELD),
        (
            "2023-11-06",
            "Beijing, Nov 6 -- The 2023 World Internet Conference Wuzhen Summit will kick off on Wednesday and wrap up on Friday.",
            _days(opens=8, closes=10),
        ),
    ],
)
def test_days_of_the_meeting(day: str, body: str, found: dict[str, str]) -> None:
    assert _found(body, day) == found


@pytest.mark.parametrize(
    ("day", "body"),
    [
        (
            "2023-11-09",
            "A start-up took the top prize at the Direct to Wuzhen Global Internet Competition, whose finals ended on Tuesday night on the sidelines of the 2023 World Internet Conference Wuzhen Summit.",
        ),
        (
            "2023-11-09",
            "The Light of the Internet Expo opened two days earlier than the conference and stays open until Saturday.",
        ),
        ("2023-11-09", "11月6日就提前开馆的“互联网之光”博览会将持续到11日。"),
        ("2023-11-09", "“直通乌镇”全球互联网大赛总决赛昨晚落幕，为峰会增添了亮点。"),
        ("2023-11-09", "志愿者昨天上岗，一直服务到12日。"),
        ("2023-11-09", "11月5日0时至9日24时，姚太线等路段限行。"),
        ("2023-11-09", "11月4日至12日，乌镇景区暂停对散客开放，峰会期间请绕行。"),
        ("2023-11-09", "9月1日至20日，媒体可报名采访峰会。"),
        ("2023-11-09", "峰会展商注册10月8日截止。"),
        ("2023-11-09", "11月8日，“互联网之光”博览会观众在现场体验。"),
        ("2023-11-09", "昨天上午，新展馆揭幕。"),
        (
            "2023-11-09",
            "HANGZHOU, Nov. 8 (Xinhua) -- The Light of the Internet Expo opened on Tuesday ahead of the 2023 World Internet Conference Wuzhen Summit.",
        ),
        (
            "2023-11-07",
            "BEIJING, Nov. 7 (Xinhua) -- Officials will attend the opening ceremony of the 2023 World Internet Conference Wuzhen Summit and deliver a keynote speech.",
        ),
        ("2023-11-09", "11月8日至10日，峰会志愿者将在12个点位服务。"),
        ("2023-11-09", "11月6日至7日，大会组委会对场馆进行了验收。"),
        ("2023-11-09", "三天里，记者走访了多家企业，见到了不少参展嘉宾。"),
        ("2023-11-12", "五天时间，博览会接待观众10万人次，嘉宾点赞。"),
        ("2023-11-09", "两天时间里，人工智能论坛的嘉宾分享了观点。"),
        ("2023-11-09", "Nov 4-12, the town is closed to visitors because of the summit."),
        ("2023-11-09", "昨日清晨，记者来到码头。上午10时，“互联网之光”博览会拉开帷幕，峰会嘉宾参观。"),
    ],
)
def test_days_of_something_else(day: str, body: str) -> None:
    assert _found(body, day) == {}
