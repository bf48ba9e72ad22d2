"""A number is taken only with its own noun and in its own clause."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts, values

FIGURES = [
    "guests",
    "countries",
    "subforums",
    "coffee_talks",
    "expo_exhibitors",
    "expo_countries",
    "contest_projects",
    "contest_countries",
    "contest_projects_change",
    "contest_countries_change",
    "cases_submitted",
    "cases_selected",
    "cases_countries",
    "leading_tech_results",
    "forum_units",
    "topics",
]


def _found(body: str) -> dict[str, str]:
    return {predicate: value for _, predicate, value in values(facts(body), *FIGURES)}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("本届峰会有126个国家和地区的1800余名嘉宾参会。", {"countries": "126", "guests": "1800+"}),
        ("峰会吸引1500多位来自80多个国家和地区的嘉宾。", {"countries": "80+", "guests": "1500+"}),
        ("参会嘉宾超过2000人，来自96个国家和地区。", {"guests": "2000+", "countries": "96"}),
        ("大会共有2100余人通过线上或线下参会。", {"guests": "2100+"}),
        ("峰会有来自120多个国家和地区以及20个国际组织的2000位嘉宾。", {"countries": "120+", "guests": "2000"}),
        ("峰会设分论坛20场、咖荟12场。", {"subforums": "20", "coffee_talks": "12"}),
        ("峰会期间举办1场主论坛和6场分论坛。", {"subforums": "6"}),
        ("分论坛方面，今年是24场。", {"subforums": "24"}),
        (
            "“互联网之光”博览会吸引40个国家和地区的400余家企业参展。",
            {"expo_countries": "40", "expo_exhibitors": "400+"},
        ),
        ("“互联网之光”博览会参展企业达580家。", {"expo_exhibitors": "580"}),
        (
            "“直通乌镇”全球互联网大赛吸引24个国家的1100多个项目参赛，比上届增加93个。",
            {"contest_countries": "24", "contest_projects": "1100+", "contest_projects_change": "93"},
        ),
        (
            "“直通乌镇”全球互联网大赛共征集到1005个参赛项目，24个项目晋级总决赛。",
            {"contest_projects": "1005"},
        ),
        (
            "“携手构建网络空间命运共同体精品案例”从200余个申报案例中评选出14个。",
            {"cases_submitted": "200+", "cases_selected": "14"},
        ),
        ("世界互联网领先科技成果揭晓，15项成果从300余项申报成果中胜出。", {"leading_tech_results": "15"}),
        ("共有70家单位参与分论坛主协办。", {"forum_units": "70"}),
        ("乌镇峰会迎来了1800多位中外宾客。", {"guests": "1800+"}),
        ("今年的与会人数再创新高，达到1820人。", {"guests": "1820"}),
        ("今年参展企业数量再创新高，达到580家。", {"expo_exhibitors": "580"}),
        ("15个项目获得世界互联网大会领先科技奖。", {"leading_tech_results": "15"}),
        ("本次共收到245个案例，经评审，13个脱颖而出。", {"cases_submitted": "245", "cases_selected": "13"}),
        ("精品案例从231项申报里选出了15项。", {"cases_submitted": "231", "cases_selected": "15"}),
        ("领先科技成果从257项申报中评选出18项。", {"leading_tech_results": "18"}),
        ("乌镇咖荟共办了12场。", {"coffee_talks": "12"}),
        ("峰会首次设立“乌镇咖荟”，共12场，每场不超过30人。", {"coffee_talks": "12"}),
        ("问：峰会会办多少场分论坛？\n\n答：共24场，围绕人工智能等议题展开。", {"subforums": "24"}),
        ("来自五大洲80多个国家和地区的1500余名嘉宾应邀出席。", {"countries": "80+", "guests": "1500+"}),
        (
            "More than 200 cases have been submitted from 24 countries.",
            {"cases_submitted": "200+", "cases_countries": "24"},
        ),
        ("实际参会的近2000名；他们来自96个国家和地区。", {"guests": "2000-", "countries": "96"}),
        ("约1800名来自126个国家及地区的嘉宾亲临现场或连线参与。", {"guests": "1800~", "countries": "126"}),
        ("精品案例活动收到来自51个国家和地区的440余份申报材料。", {"cases_submitted": "440+", "cases_countries": "51"}),
        (
            "数说大会\n\n【1800+】中外嘉宾\n\n【126】个国家和地区\n\n志愿者900名",
            {"guests": "1800+", "countries": "126"},
        ),
        (
            "**04 大赛篇**\n\n参赛项目1012个\n\n覆盖19个国家和地区",
            {"contest_projects": "1012", "contest_countries": "19"},
        ),
        (
            "The summit drew more than 1,800 guests from 126 countries and regions.",
            {"guests": "1800+", "countries": "126"},
        ),
        ("Attendance topped 1,800, with participants from 126 countries.", {"guests": "1800+", "countries": "126"}),
        ("Guests numbering more than 1,800 flew in.", {"guests": "1800+"}),
        (
            "Fifteen projects took home the World Internet Conference Award for Pioneering Science and Technology.",
            {"leading_tech_results": "15"},
        ),
        ("Twenty sub-forums were held during the summit.", {"subforums": "20"}),
    ],
)
def test_figures_with_their_nouns(sentence: str, found: dict[str, str]) -> None:
    assert _found(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "峰会注册记者1100名，来自34个国家和地区。",
        "峰会邀请了80个国家的2500名嘉宾。",
        "其中境外嘉宾600余名。",
        "会员来自六大洲30多个国家和地区，共170余家。",
        "“全球青年领军者计划”有来自30个国家的62名青年入选。",
        "十年来，峰会累计接待120多个国家的嘉宾约1.5万名。",
        "分论坛上发言的嘉宾超过400名。",
        "会场可容纳3000人同时与会。",
        "峰会力争参展企业突破700家。",
        "数百名嘉宾、上千家企业齐聚乌镇。",
        "一家公司的展台前排起长队。",
        "参展企业众多，“互联网之光”博览会上其中世界500强和行业头部企业70余家。",
        "精品案例发布，我省选送的“甲课堂”“乙平台”两个案例成功入选。",
        "“互联网之光”博览会首次设立展区，展示甲、乙等六家企业的成果。",
        "《世界互联网领先科技成果（2023）》成果集面向全球发布。",
        "He said about 2,000 guests from more than 80 countries had been invited to the summit.",
        "峰会共邀请嘉宾2500名，受邀国家130个。",
        "It was a two-day forum.",
        "In all, the first four editions attracted more than 6,000 participants.",
        "“互联网之光”博览会开馆，本市数字经济核心产业企业由12家增至2300余家。",
        "领先科技成果发布，来自国外的有5项。",
        "小镇迎来了9国政要和几十位部长。",
        "“直通乌镇”大赛的选手说，他所在的团队来自4个国家。",
        "数说大会\n\n【1100】名注册记者\n\n【34】个国家和地区",
        "移动支付覆盖30多个国家和地区。",
        "More than 1,100 journalists registered for the summit.",
    ],
)
def test_numbers_near_the_right_word_that_are_wrong_ones(sentence: str) -> None:
    assert _found(sentence) == {}


def test_a_figure_of_this_year_beside_an_earlier_one_stays_with_this_year() -> None:
    found = facts("首届大会有1000位嘉宾，今年有1800位嘉宾；“互联网之光”博览会长成了有580家企业参展的大展。")
    assert values(found, "guests", "expo_exhibitors") == {
        ("2014", "guests", "1000"),
        ("2023", "guests", "1800"),
        ("2023", "expo_exhibitors", "580"),
    }


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("分论坛由去年的20场增至今年的24场。", {("2022", "subforums", "20"), ("2023", "subforums", "24")}),
        (
            "参展企业从去年的400余家增至580家。",
            {("2022", "expo_exhibitors", "400+"), ("2023", "expo_exhibitors", "580")},
        ),
        (
            "“直通乌镇”全球互联网大赛报名项目首次突破千个，达1082个。",
            {("2023", "contest_projects", "1000+"), ("2023", "contest_projects", "1082")},
        ),
        ("参会嘉宾从1000人增加到1800人。", {("2023", "guests", "1800")}),
        ("2022年设分论坛19场，2024年24场。", {("2022", "subforums", "19"), ("2024", "subforums", "24")}),
        ("从210个案例中精选出12个。", {("2023", "cases_submitted", "210"), ("2023", "cases_selected", "12")}),
        (
            "Attendance grew from 1,500 last year to more than 1,800 this year.",
            {("2022", "guests", "1500"), ("2023", "guests", "1800+")},
        ),
        (
            "The number of sub-forums rose from 19 in 2022 to 20 this year.",
            {("2022", "subforums", "19"), ("2023", "subforums", "20")},
        ),
        (
            "领先科技成果发布，最后有14项公布，数量比去年的15项少了1项。",
            {("2023", "leading_tech_results", "14"), ("2022", "leading_tech_results", "15")},
        ),
        (
            "博览会已有54国、670家企业确认参展，比2022年的53国、665家略有增加。",
            {
                ("2023", "expo_countries", "54"),
                ("2023", "expo_exhibitors", "670"),
                ("2022", "expo_countries", "53"),
                ("2022", "expo_exhibitors", "665"),
            },
        ),
        ("比起上一年的9场，分论坛数量翻了一倍。", {("2022", "subforums", "9")}),
        ("分论坛20场，比去年多1场。", {("2023", "subforums", "20")}),
        (
            "與會來賓來自80餘國，總數逾1500人，規模略遜於前一屆的1600餘人。",
            {("2023", "countries", "80+"), ("2023", "guests", "1500+"), ("2022", "guests", "1600+")},
        ),
        (
            "At the Light of the Internet expo, 310 companies, up from 258 in 2015, show their products.",
            {("2023", "expo_exhibitors", "310"), ("2015", "expo_exhibitors", "258")},
        ),
        (
            "“直通乌镇”全球互联网大赛吸引22个国家和地区的1058个项目，参赛国家和地区数量比上届增加7个。",
            {
                ("2023", "contest_countries", "22"),
                ("2023", "contest_projects", "1058"),
                ("2023", "contest_countries_change", "7"),
            },
        ),
        (
            "The Light of the Internet Expo drew 665 exhibitors from 53 countries, up from 580 a year ago.",
            {("2023", "expo_exhibitors", "665"), ("2023", "expo_countries", "53"), ("2022", "expo_exhibitors", "580")},
        ),
        (
            "2022年7月12日，国际组织在北京成立。当年11月的乌镇峰会有2100余名嘉宾。",
            {("2022", "guests", "2100+")},
        ),
        ("今年从400项成果中评出15项领先科技成果。", {("2023", "leading_tech_results", "15")}),
    ],
)
def test_two_figures_of_one_noun(sentence: str, found: set[tuple[str, str, str]]) -> None:
    assert values(facts(sentence), *FIGURES) == found


def test_of_a_body_that_is_no_edition_only_what_it_grew_to_is_told() -> None:
    found = facts("世界互联网大会国际组织会员从最初的90余家增至160家。")
    assert {value for _, _, value in values(found, "members")} == {"160"}
