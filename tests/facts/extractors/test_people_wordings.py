"""Who did what at an edition: sentences as Chinese, Hong Kong, Taiwan and English media word them."""

from __future__ import annotations

import pytest

from bot.facts.extractors.people import extract
from tests.facts.extractors.article import TITLE, TITLE_EN, reading

CHINESE: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "国家网信办副主任任贤良、浙江省副省长高兴夫当天出席闭幕新闻发布会，通报了成果。",
        {("任贤良", "briefed"), ("高兴夫", "briefed")},
    ),
    ("苹果公司CEO库克首次来到乌镇，他在开幕式演讲中指，开发者已超过百万。", {("库克", "spoke")}),
    ("苹果公司CEO库克首次来到乌镇，他们的开发者在开幕式演讲。", set()),
    (
        "马云、马化腾、李彦宏、雷军等出席。",
        {("李彦宏", "attended"), ("雷军", "attended"), ("马云", "attended"), ("马化腾", "attended")},
    ),
    (
        "阿里巴巴马云、腾讯马化腾、百度李彦宏等企业负责人出席了开幕式。",
        {("李彦宏", "attended"), ("马云", "attended"), ("马化腾", "attended")},
    ),
    (
        "丁磊、杨元庆、周鸿祎等互联网大佬现身乌镇，出席了开幕式。",
        {("丁磊", "attended"), ("周鸿祎", "attended"), ("杨元庆", "attended")},
    ),
    ("中国移动、中国电信、华为等出席会议。", set()),
    ("浙江、江苏、上海等参加峰会。", set()),
    ("高通、金山、方正等参加了峰会。", set()),
    ("埃及、古巴、沙特、泰国等参加会议。", set()),
    (
        "开幕式上，卢森堡首相贝泰尔、哈萨克斯坦总理萨金塔耶夫先后发表演讲。",
        {("萨金塔耶夫", "spoke"), ("贝泰尔", "spoke")},
    ),
    (
        "塔吉克斯坦总理拉苏尔佐达，吉尔吉斯斯坦总理萨里耶夫在开幕式上分别致辞。",
        {("拉苏尔佐达", "spoke"), ("萨里耶夫", "spoke")},
    ),
    ("俄罗斯联邦政府总理梅德韦杰夫在开幕式上致辞，呼吁各国加强合作。", {("梅德韦杰夫", "spoke")}),
    ("乌兹别克斯坦第一副总理阿济莫夫也在开幕式上发表讲话。", {("阿济莫夫", "spoke")}),
    ("几内亚总统孔戴以视频方式向大会表示祝贺。", set()),
    ("特斯拉公司首席执行官埃隆·马斯克通过视频在开幕式上致辞。", {("埃隆·马斯克", "spoke")}),
    ("国务院副总理刘鹤以视频形式宣读贺信并致辞。", {("刘鹤", "read_letter"), ("刘鹤", "spoke")}),
    ("国务院副总理刘鹤以视频方式出席并致辞。", {("刘鹤", "attended"), ("刘鹤", "spoke")}),
    (
        "受习近平主席委托，中共中央政治局常委、书记处书记王沪宁出席大会开幕式并发表主旨演讲。",
        {("王沪宁", "attended"), ("王沪宁", "keynote")},
    ),
    (
        "中央網信辦主任莊榮文主持開幕式，中共中央宣傳部部長李書磊宣讀賀信。",
        {("庄荣文", "chaired"), ("李书磊", "read_letter")},
    ),
    ("中宣部長黃坤明宣讀了習近平的賀信。", {("习近平", "sent_letter"), ("黄坤明", "read_letter")}),
    ("苹果执行长库克今年首度出席，并在开幕式发表演说。", {("库克", "attended"), ("库克", "spoke")}),
    (
        "香港特区行政长官李家超今日率团出席乌镇峰会开幕式，并在主论坛致辞。",
        {("李家超", "attended"), ("李家超", "spoke")},
    ),
    ("商汤科技创办人汤晓鸥在论坛发表主题演讲。", {("汤晓鸥", "spoke")}),
    ("国家主席习近平在开幕式上发表视频致辞。", {("习近平", "spoke")}),
    ("国家主席习近平向大会开幕式发表视频致辞。", {("习近平", "spoke")}),
    ("国家主席习近平在大会开幕式上发表重要讲话，就全球互联网治理提出四项原则。", {("习近平", "spoke")}),
    ("国家主席习近平发来贺电。", {("习近平", "sent_letter")}),
    ("联合国秘书长潘基文向大会发来视频贺词。", {("潘基文", "sent_letter")}),
    ("联合国副秘书长吴红波宣读了联合国秘书长潘基文的贺信。", {("吴红波", "read_letter"), ("潘基文", "sent_letter")}),
    (
        "开幕式由浙江省委书记夏宝龙主持，国家互联网信息办公室主任鲁炜、工业和信息化部部长苗圩出席。",
        {("夏宝龙", "chaired"), ("苗圩", "attended"), ("鲁炜", "attended")},
    ),
    (
        "会议由浙江省委副书记、省长袁家军主持，中央宣传部副部长、中央网信办主任、国家网信办主任庄荣文作主旨报告。",
        {("庄荣文", "keynote"), ("袁家军", "chaired")},
    ),
    ("开幕式由浙江省省长南宫博主持。", {("南宫博", "chaired")}),
    ("浙江省副省长钟离春晓主持闭幕式。", {("钟离春晓", "chaired")}),
    ("闭幕式由中央网信办副主任、国家网信办副主任杨小伟主持。", {("杨小伟", "chaired")}),
    ("国家网信办副主任赵泽良在闭幕新闻发布会上介绍了大会成果。", {("赵泽良", "briefed")}),
    ("世界互联网大会秘书长任贤良在总结发布会上表示，本届峰会硕果累累。", {("任贤良", "briefed")}),
    ("在下午举行的闭幕新闻发布会上，任贤良通报了大会情况。", set()),
    ("在下午举行的闭幕新闻发布会上，大会秘书长任贤良通报了大会情况。", {("任贤良", "briefed")}),
    (
        "浙江省副省长高兴夫和国家网信办副主任刘烈宏出席发布会并回答记者提问。",
        {("刘烈宏", "briefed"), ("高兴夫", "briefed")},
    ),
    (
        "国务院新闻办公室举行新闻发布会，请国家互联网信息办公室副主任盛荣华、浙江省副省长朱从玖介绍世界互联网大会乌镇峰会有关情况，并答记者问。",
        {("朱从玖", "briefed"), ("盛荣华", "briefed")},
    ),
    (
        "国新办举行新闻发布会，邀请国家网信办副主任盛荣华，浙江省副省长朱从玖介绍峰会情况。",
        {("朱从玖", "briefed"), ("盛荣华", "briefed")},
    ),
    ("据大会秘书长任贤良在新闻发布会上介绍，本届峰会设20场分论坛。", {("任贤良", "briefed")}),
    ("新闻发布会由国家网信办新闻发言人姜军主持。", {("姜军", "chaired")}),
    (
        "中国工程院院士邬贺铨、图灵奖得主杰克·唐加拉、龙芯中科董事长胡伟武等专家在主论坛上发言。",
        {("杰克·唐加拉", "spoke"), ("胡伟武", "spoke"), ("邬贺铨", "spoke")},
    ),
    ("小米董事长雷军、360集团创始人周鸿祎受邀参会。", {("周鸿祎", "attended"), ("雷军", "attended")}),
    (
        "ICANN总裁法迪·切哈德、英国前首相布朗等1000多名嘉宾出席大会。",
        {("布朗", "attended"), ("法迪·切哈德", "attended")},
    ),
    ("嘉兴市委书记张兵在接受记者采访时说，乌镇变了。", set()),
    ("桐乡市市长于会游向嘉宾介绍了乌镇的发展。", set()),
    ("安恒信息董事长范渊说，公司已连续九年为峰会保驾护航。", set()),
    ("蚂蚁集团董事长井贤栋带来了题为《科技向善》的主题演讲。", {("井贤栋", "spoke")}),
    ("诺贝尔经济学奖得主迈克尔·斯宾塞作了精彩演讲。", {("迈克尔·斯宾塞", "spoke")}),
    ("中国网络空间研究院院长夏学平发布蓝皮书。", set()),
    ("全国政协副主席、中国科协主席万钢莅临。", {("万钢", "attended")}),
    ("会上，浙江省委常委、宣传部部长朱国贤致欢迎辞，嘉兴市市长毛宏芳作了推介。", {("朱国贤", "spoke")}),
    ("央视主持人康辉和外籍主持人爱华主持了颁奖典礼。", {("康辉", "chaired"), ("爱华", "chaired")}),
    ("大会主席、世界互联网大会理事长庄荣文宣布峰会开幕。", set()),
    ("卡恩、拉吉·雷迪等“互联网先驱”亮相乌镇。", set()),
    ("在主论坛上，清华大学教授张亚勤、月之暗面创始人杨植麟、宇树科技创始人王兴兴围绕人工智能展开对话。", set()),
    ("李书磊在致辞中指出，要深化合作。", set()),
    ("中宣部部长李书磊出席开幕式。\n\n李书磊在致辞中指出，要深化合作。", {("李书磊", "attended"), ("李书磊", "spoke")}),
    (
        "主持：央视主持人朱广权\n\n致辞嘉宾：浙江省副省长卢山、国际电信联盟副秘书长托马斯·拉马纳斯卡斯",
        {("卢山", "spoke"), ("托马斯·拉马纳斯卡斯", "spoke"), ("朱广权", "chaired")},
    ),
    ("【开幕式】浙江省委书记易炼红主持。", {("易炼红", "chaired")}),
    ("发布人：世界互联网大会秘书长任贤良、浙江省副省长卢山", {("任贤良", "briefed"), ("卢山", "briefed")}),
    (
        "新闻发布会10月20日在北京举行。国家互联网信息办公室副主任刘烈宏、浙江省副省长高兴夫出席。\n\n刘烈宏：大会将于11月举行。\n\n高兴夫：浙江准备好了。",
        {("刘烈宏", "attended"), ("刘烈宏", "briefed"), ("高兴夫", "attended"), ("高兴夫", "briefed")},
    ),
    (
        "中共中央政治局常委、国务院副总理丁薛祥8日在浙江乌镇出席2024年世界互联网大会乌镇峰会开幕式，宣读习近平主席的贺信并致辞。",
        {("丁薛祥", "attended"), ("丁薛祥", "read_letter"), ("丁薛祥", "spoke"), ("习近平", "sent_letter")},
    ),
    ("华为轮值董事长徐直军、紫光集团董事长赵伟国等企业家代表先后发言。", {("徐直军", "spoke"), ("赵伟国", "spoke")}),
    ("随后，联合国秘书长技术事务特使阿曼迪普·吉尔以线上方式致辞。", {("阿曼迪普·吉尔", "spoke")}),
    ("万维网发明者蒂姆·伯纳斯-李、TCP/IP协议发明人之一罗伯特·卡恩等发来视频。", set()),
    (
        "浙江省委书记、省人大常委会主任易炼红，中央宣传部副部长、中央网信办主任、国家网信办主任庄荣文出席开幕式。",
        {("庄荣文", "attended"), ("易炼红", "attended")},
    ),
    (
        "出席开幕式的有浙江省省长王浩、工信部副部长张云明、中国科学院院士姚期智。",
        {("姚期智", "attended"), ("张云明", "attended"), ("王浩", "attended")},
    ),
    ("记者 李明 通讯员 王芳", set()),
    ("责任编辑：张丽 校对：刘洋", set()),
    ("（作者系中国社会科学院研究员王刚，曾出席首届世界互联网大会）", set()),
    ("在接受本报专访时，浪潮集团首席科学家王恩东畅谈参会感受。", set()),
    ("会议期间，习近平主席还会见了出席大会的外国领导人。", set()),
    ("乌镇景区总裁陈向宏介绍，景区已完成5G全覆盖。", set()),
    ("全球移动通信系统协会会长葛瑞德在开幕式致辞时说，移动互联网改变世界。", {("葛瑞德", "spoke")}),
    ("闭幕式上，国家网信办副主任徐麟宣读《乌镇倡议》。", set()),
    ("国家网信办副主任王秀军发布《乌镇报告》。", set()),
    ("主持人白岩松与嘉宾马云、李彦宏、雷军进行了对话。", set()),
    ("中國工程院院士鄔賀銓於主論壇發表主題演講。", {("邬贺铨", "spoke")}),
    ("中共中央宣傳部部長劉奇葆出席並作主旨演講。", {("刘奇葆", "attended"), ("刘奇葆", "keynote")}),
    ("澳门特别行政区行政长官岑浩辉视频致辞。", {("岑浩辉", "spoke")}),
    (
        "大会高级别专家咨询委员会联合主席马云、法迪·切哈德出席会议。",
        {("法迪·切哈德", "attended"), ("马云", "attended")},
    ),
    ("中国电信总经理李正茂缺席今年峰会。", set()),
    ("去年，苹果CEO库克在乌镇发表演讲。", {("库克", "spoke")}),
    ("浙江代表团团长王文序表示，将办好峰会。", set()),
    ("国家互联网信息办公室主任鲁炜主持大会开幕式，浙江省省长李强致欢迎辞。", {("李强", "spoke"), ("鲁炜", "chaired")}),
    ("外交部发言人华春莹在例行记者会上表示，欢迎各方参会。", set()),
]
ENGLISH: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "Robin Li, chairman of Baidu, said during a plenary session that an era is coming to an end.",
        {("Robin Li", "spoke")},
    ),
    ("Robin Li, chairman of Baidu, said during a news conference that an era is ending.", {("Robin Li", "briefed")}),
    ("Tesla CEO Elon Musk said via video link at the opening that data is vital.", {("Elon Musk", "spoke")}),
    (
        "Apple CEO Tim Cook, Google CEO Sundar Pichai and Alibaba founder Jack Ma spoke at the opening ceremony.",
        {("Jack Ma", "spoke"), ("Sundar Pichai", "spoke"), ("Tim Cook", "spoke")},
    ),
    (
        "WIPO Director-General Daren Tang and ITU Secretary-General Doreen Bogdan-Martin delivered video speeches.",
        {("Daren Tang", "spoke"), ("Doreen Bogdan-Martin", "spoke")},
    ),
    (
        "Speaking at the opening ceremony, Pakistani President Mamnoon Hussain said cooperation was key.",
        {("Mamnoon Hussain", "spoke")},
    ),
    (
        "Russian Prime Minister Dmitry Medvedev told the opening ceremony that no country should rule the web.",
        {("Dmitry Medvedev", "spoke")},
    ),
    (
        "Kazakh Prime Minister Karim Massimov and Kyrgyz Prime Minister Temir Sariyev also addressed the opening ceremony.",
        {("Karim Massimov", "spoke"), ("Temir Sariyev", "spoke")},
    ),
    (
        "Among those attending were Tencent's Pony Ma and Baidu's Robin Li.",
        {("Pony Ma", "attended"), ("Robin Li", "attended")},
    ),
    (
        "Attendees included Tencent Chairman Pony Ma, Baidu CEO Robin Li and Xiaomi founder Lei Jun.",
        {("Lei Jun", "attended"), ("Pony Ma", "attended"), ("Robin Li", "attended")},
    ),
    (
        "Zhuang Rongwen, director of the Cyberspace Administration of China, presided over the opening ceremony.",
        {("Zhuang Rongwen", "chaired")},
    ),
    (
        "At the opening ceremony on November 7, Deputy Governor Wang Hao of Zhejiang presided.",
        {("Wang Hao", "chaired")},
    ),
    ("Zhejiang Party chief Wang Hao gave a welcome address.", {("Wang Hao", "spoke")}),
    (
        "Xi's letter was read out by Huang Kunming, head of the party's publicity department.\n\nChinese President Xi Jinping sent the letter.",
        {("Huang Kunming", "read_letter"), ("Xi Jinping", "sent_letter")},
    ),
    (
        "Li Shulei, head of the Publicity Department of the CPC Central Committee, attended the opening ceremony and read out Xi's message.",
        {("Li Shulei", "attended"), ("Li Shulei", "read_letter")},
    ),
    ("Chinese President Xi Jinping addressed the opening ceremony via video on Wednesday.", {("Xi Jinping", "spoke")}),
    ("President Xi Jinping told the gathering that cyberspace is a shared home.", {("Xi Jinping", "spoke")}),
    (
        "Ren Xianliang, secretary-general of the World Internet Conference, said at a press briefing on Friday that 20 sub-forums were held.",
        {("Ren Xianliang", "briefed")},
    ),
    (
        "Sheng Ronghua, deputy director of the Cyberspace Administration of China, told reporters at a news conference in Beijing.",
        {("Sheng Ronghua", "briefed")},
    ),
    ("John Hoffman, CEO of the GSMA, said at the opening ceremony that AI needs rules.", {("John Hoffman", "spoke")}),
    ("Cisco Executive Chairman John Chambers said in an interview that he was impressed.", set()),
    ("Analyst Wang Lei, a professor at Fudan University, said the summit shows ambition.", set()),
    (
        "Lu Wei, China's internet czar, said at the closing ceremony that nine points of consensus were reached.",
        {("Lu Wei", "spoke")},
    ),
    ("Nobel laureate Michael Levitt delivered a keynote at the plenary session.", {("Michael Levitt", "keynote")}),
    (
        "Former British prime minister Gordon Brown and ICANN chief Fadi Chehade attended the opening.",
        {("Fadi Chehade", "attended"), ("Gordon Brown", "attended")},
    ),
    (
        "The plenary session was moderated by Ren Xianliang, secretary-general of the WIC, and featured speeches by Alibaba CEO Eddie Wu and Turing Award winner Joseph Sifakis.",
        {("Eddie Wu", "spoke"), ("Joseph Sifakis", "spoke"), ("Ren Xianliang", "chaired")},
    ),
    ("Amnesty International researcher William Nee said the summit should worry people.", set()),
    (
        "Chinese Vice Premier Ma Kai read out a congratulatory message from President Xi Jinping at the opening ceremony.",
        {("Ma Kai", "read_letter"), ("Xi Jinping", "sent_letter")},
    ),
    (
        "The event was opened by Vice Premier Liu He, who read Xi's letter by video link.\n\nPresident Xi Jinping is not in Wuzhen.",
        {("Liu He", "read_letter"), ("Xi Jinping", "sent_letter")},
    ),
    (
        "United Nations Secretary-General Antonio Guterres sent a video message to the summit.",
        {("Antonio Guterres", "sent_letter")},
    ),
    (
        "Among the speakers were Qualcomm CEO Cristiano Amon and Cisco chief executive Chuck Robbins.",
        {("Chuck Robbins", "spoke"), ("Cristiano Amon", "spoke")},
    ),
    (
        "Zhuang Rongwen, minister of the Cyberspace Administration of China, delivered a keynote report at the plenary session, which was chaired by Zhejiang Governor Wang Hao.",
        {("Wang Hao", "chaired"), ("Zhuang Rongwen", "keynote")},
    ),
    ("Huawei's rotating chairman Xu Zhijun, who did not attend last year, declined to comment.", set()),
    ("Reporting by Paul Carsten; Editing by Nick Macfie", set()),
    (
        "Chen Zhaoxiong, vice-minister of industry and information technology, told a forum at the summit that 5G trials had begun.",
        {("Chen Zhaoxiong", "spoke")},
    ),
    ("Human Rights Watch China director Sophie Richardson called the conference a sham.", set()),
    (
        "Chinese Foreign Ministry spokesman Geng Shuang told a regular news briefing in Beijing that all were welcome.",
        set(),
    ),
    (
        '"We must respect cyber sovereignty," Xi told the opening ceremony.\n\nPresident Xi Jinping was visiting Wuzhen.',
        {("Xi Jinping", "spoke")},
    ),
    (
        "Pakistan's President Mamnoon Hussain and Russian Prime Minister Dmitry Medvedev are among the leaders attending the conference.",
        {("Dmitry Medvedev", "attended"), ("Mamnoon Hussain", "attended")},
    ),
]


def found(body: str, title: str) -> set[tuple[str, str]]:
    return {(str(fact.value), str(fact.role)) for fact in extract(reading(body, title))}


@pytest.mark.parametrize(("body", "expected"), CHINESE)
def test_chinese_wordings(body: str, expected: set[tuple[str, str]]) -> None:
    assert found(body, TITLE) == expected


@pytest.mark.parametrize(("body", "expected"), ENGLISH)
def test_english_wordings(body: str, expected: set[tuple[str, str]]) -> None:
    assert found(body, TITLE_EN) == expected


MORE_CHINESE = [
    ("浙江省委书记袁家军、中央网信办主任庄荣文分别在现场发表谈话。", {("袁家军", "spoke"), ("庄荣文", "spoke")}),
    ("國家網信辦副主任劉烈宏出席閉幕式並作總結致辭。", {("刘烈宏", "spoke"), ("刘烈宏", "attended")}),
    ("国家网信办副主任王崧作大会总结。", {("王崧", "spoke")}),
    ("浙江省省长王浩总结了峰会的成果。", set()),
    ("浙江省网信办主任朱重烈此前在媒体见面会上介绍，筹备工作已经就绪。", {("朱重烈", "briefed")}),
    ("雷军也来到了大会现场。", {("雷军", "attended")}),
    ("小米创始人雷军现身乌镇峰会现场。", {("雷军", "attended")}),
    ("小米创始人雷军来到大会现场，发表主旨演讲。", {("雷军", "keynote")}),
    ("阿里巴巴创始人马云的新品亮相大会现场。", set()),
    ("开幕式上播放了国家主席习近平的视频致辞。", {("习近平", "spoke")}),
    ("与会嘉宾收看了习近平主席的视频讲话。", {("习近平", "spoke")}),
    ("与会嘉宾学习了习近平主席的讲话。", set()),
    ("浙江省省长王浩来到会场，与嘉宾交流。", {("王浩", "attended")}),
    ("小米董事长雷军在企业家对话环节作了分享。", {("雷军", "spoke")}),
    ("中國工程院院士鄔賀銓擔任主持人。", {("邬贺铨", "chaired")}),
]
MORE_ENGLISH = [
    ("Huang Kunming read the letter at the opening ceremony and delivered a speech.",
     {("Huang Kunming", "read_letter"), ("Huang Kunming", "spoke")}),
    ("The opening ceremony was chaired by Zhuang Rongwen.", {("Zhuang Rongwen", "chaired")}),
    ("Zhuang Rongwen, who heads the country's internet regulator, chaired the event.", {("Zhuang Rongwen", "chaired")}),
    ("The meeting opened with a message from President Xi Jinping that was read out at the opening by Huang Kunming.",
     {("Xi Jinping", "sent_letter"), ("Huang Kunming", "read_letter")}),
    ("President Xi Jinping renewed his push for rules in a video address that opened the summit.",
     {("Xi Jinping", "spoke")}),
    (("Li Shulei, the publicity chief, addressed the opening ceremony after Xi Jinping's video speech was played, and "
     "Zheng Shanjie, head of the planning commission, gave a keynote."),
     {("Li Shulei", "spoke"), ("Xi Jinping", "spoke"), ("Zheng Shanjie", "keynote")}),
    ('President Xi Jinping renewed his push for "cyber sovereignty" in a video address that opened the summit.',
     {("Xi Jinping", "spoke")}),
    ('"I will give a speech", President Xi Jinping said, "and he delivered a speech which was much too long to hear".',
     set()),
    ("Alibaba Cloud delivered a speech at the opening ceremony.", set()),
    ("The Wuzhen Initiative addressed the opening ceremony.", set()),
    ("President Xi Jinping criticised tariffs in a speech last month.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), MORE_CHINESE)
def test_speeches_arrivals_and_recordings(body: str, expected: set[tuple[str, str]]) -> None:
    assert found(body, TITLE) == expected


@pytest.mark.parametrize(("body", "expected"), MORE_ENGLISH)
def test_people_without_a_title_in_english(body: str, expected: set[tuple[str, str]]) -> None:
    assert found(body, TITLE_EN) == expected


def test_a_letter_told_in_the_sentence_of_the_founding_belongs_to_the_body() -> None:
    body = "2022年7月12日，世界互联网大会国际组织在北京宣告成立，习近平主席专门致贺信。"
    assert [fact.subject for fact in extract(reading(body, TITLE))] == ["organisation"]
    body = "世界互联网大会国际组织宣告成立之后，2022年乌镇峰会开幕，习近平主席专门致贺信。"
    assert [fact.subject for fact in extract(reading(body, TITLE))] == ["summit:2022"]


def test_what_returns_to_this_year_is_told_of_the_article_s_edition() -> None:
    body = "首届大会亮出了旗号，去年打下了地基，那么今年则是添砖加瓦。习近平主席在开幕式上的视频讲话中再次强调合作。"
    assert [fact.subject for fact in extract(reading(body, TITLE))] == ["summit:2023"]


def test_acts_told_after_the_founding_belong_to_the_body() -> None:
    body = (
        "7月12日，世界互联网大会成立大会在北京举行，中宣部部长黄坤明出席成立大会。\n\n"
        "国际电信联盟秘书长赵厚麟等以视频方式致辞。"
    )
    facts = extract(reading(body, "世界互联网大会国际组织在京成立", "2022-07-13"))
    assert {(fact.subject, fact.value, fact.role) for fact in facts} == {
        ("organisation", "黄坤明", "attended"),
        ("organisation", "赵厚麟", "spoke"),
    }


def test_years_ago_is_another_edition() -> None:
    body = "President Xi Jinping did not come.\n\nTwo years ago Xi delivered a speech at the summit in person."
    assert {fact.subject for fact in extract(reading(body, TITLE_EN))} == {"summit:2021"}


def test_a_headline_that_says_less_is_passed_over() -> None:
    body = "# Xi addresses the conference\n\nPresident Xi Jinping delivered a keynote speech at the opening ceremony."
    assert {fact.role for fact in extract(reading(body, TITLE_EN))} == {"keynote"}


def test_the_paragraph_behind_a_press_conference_still_reports_on_it() -> None:
    body = (
        "峰会8日开幕。\n\n峰会共三天。\n\n设20场分论坛。\n\n主办方20日召开新闻发布会。\n\n"
        "国家网信办副主任盛荣华介绍，峰会邀请了多国嘉宾。\n\n桐乡市副市长王坚介绍，小镇准备好了。"
    )
    assert {(fact.value, fact.role) for fact in extract(reading(body))} == {("盛荣华", "briefed")}
