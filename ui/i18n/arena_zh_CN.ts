<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Arena Desk</source>
        <translation>关于擂台赛控制台</translation>
    </message>
    <message>
        <source>Show the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Contest: {path}</source>
        <translation>擂台赛文件：{path}</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>日志：{path}</translation>
    </message>
    <message>
        <source>Arena Desk may be used, changed and passed on by anybody, without any warranty (MIT licence).</source>
        <translation>本软件按 MIT 许可证发布：任何人都可以使用、修改和分发，不附带任何担保。</translation>
    </message>
    <message>
        <source>Windows and stage use Qt and Qt for Python (PySide6), © The Qt Company Ltd. and other contributors, under the GNU Lesser General Public License, version 3. Their libraries are files of their own, which you may exchange for builds of your own. Licence: https://www.gnu.org/licenses/lgpl-3.0.html; source: https://code.qt.io. zeroconf is under the LGPL 2.1 or later, on the same terms.</source>
        <translation>窗口和大屏使用 Qt 和 Qt for Python（PySide6），© The Qt Company Ltd. 及其他贡献者，按 GNU 宽通用公共许可证第 3 版（LGPLv3）使用。这些库是独立的文件，您可以换成自行编译的版本。许可证：https://www.gnu.org/licenses/lgpl-3.0.html，源代码：https://code.qt.io。zeroconf 按 LGPL 2.1 或更新版本使用，条件相同。</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>所用的库</translation>
    </message>
</context>
<context>
    <name>ActionsRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Where panels reach the desk</source>
        <translation>评分端从哪里连到控制台</translation>
    </message>
    <message>
        <source>Panels at the old address</source>
        <translation>还在原地址上的评分端</translation>
    </message>
    <message>
        <source>Put this address into the links</source>
        <translation>链接改用这个地址</translation>
    </message>
    <message>
        <source>{address} (virtual: other devices hardly reach it)</source>
        <translation>{address}（虚拟网卡，其他设备一般连不上）</translation>
    </message>
    <message>
        <source>{address} (no router gave it: a cable alone)</source>
        <translation>{address}（没有路由器分配，只有网线直连可用）</translation>
    </message>
    <message>
        <source>This computer is in no network. Plug in the router&apos;s cable, join its wireless network, or switch on this computer&apos;s mobile hotspot and let the panels join that. It is noticed here by itself; panels go on where they were as soon as the old address is back.</source>
        <translation>这台电脑没有接入网络。请插上路由器的网线，或连上会场的无线网络，或打开本机的移动热点让评分端连上来。连上后这里会自动发现；原地址一恢复，评分端就自动继续。</translation>
    </message>
    <message>
        <source>Links were given out with {before}, which is not there any more. They now lead to {now}: panels scan their code again. Should the old network come back, everything goes on as before by itself.</source>
        <translation>链接原先用的地址 {before} 已经不在了，现在改为 {now}：请评委重新扫码。原来的网络如果恢复，一切自动照旧。</translation>
    </message>
    <message>
        <source>Panels open the address chosen here; devices must be in the same network.</source>
        <translation>评分端打开的是这里选定的地址；设备要在同一个网络里。</translation>
    </message>
    <message>
        <source>A page can send what it holds only to the address it was opened at. Where it may hold a ballot, keep the page open: it sends by itself when the old network is back. Or enter from paper what it shows, then scan the new code.</source>
        <translation>评分页只能把所存内容送到它打开时的那个地址。可能存有评分表的，别关那一页：原网络恢复后自动送出；或照页面所示按纸质补录，再扫新的二维码。</translation>
    </message>
</context>
<context>
    <name>Aftermath</name>
    <message>
        <source>Sign…</source>
        <translation>签名…</translation>
    </message>
    <message>
        <source>Who vouches for this result, by name; it goes into the journal</source>
        <translation>由谁对这份成绩负责，姓名记入流水</translation>
    </message>
    <message>
        <source>{role}: not signed</source>
        <translation>{role}：未签名</translation>
    </message>
    <message>
        <source>{role}: {name}, {time}</source>
        <translation>{role}：{name}（{time}）</translation>
    </message>
    <message>
        <source>Chief judge</source>
        <translation>评委组长</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>计票人</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>监督员</translation>
    </message>
    <message>
        <source>Sign the result of round {number}</source>
        <translation>为第 {number} 轮成绩签名</translation>
    </message>
    <message>
        <source>Whoever signs vouches for this result. Name and time go into the journal. A correction reopens the round, and it has to be signed again.</source>
        <translation>签名人对这份成绩负责，姓名和时间记入流水。更正会重新打开本轮，需要重新签名。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Corrected since the round was closed</source>
        <translation>成绩确认之后的更正</translation>
    </message>
</context>
<context>
    <name>AnalysisDialog</name>
    <message>
        <source>Being computed…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>as of record {n}</source>
        <translation>截至流水第 {n} 号记录</translation>
    </message>
    <message>
        <source>{state}, other records have come since</source>
        <translation>{state}，之后又有新记录</translation>
    </message>
    <message>
        <source>Judge by judge</source>
        <translation>各位评委</translation>
    </message>
    <message>
        <source>How far they agree</source>
        <translation>一致程度</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>榜</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Make this document</source>
        <translation>生成这份文件</translation>
    </message>
</context>
<context>
    <name>AssessmentDialog</name>
    <message>
        <source>Half-year assessment</source>
        <translation>等次评定</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择规则文件…</translation>
    </message>
    <message>
        <source>the one that was recorded last</source>
        <translation>最近记入流水的一次</translation>
    </message>
    <message>
        <source>File of the rules</source>
        <translation>规则文件</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>发文字号</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>主送机关</translation>
    </message>
    <message>
        <source>the day on which it is recorded</source>
        <translation>记入流水的日期</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>成文日期</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Record in the journal…</source>
        <translation>记入流水…</translation>
    </message>
    <message>
        <source>Make the bulletin</source>
        <translation>生成通报</translation>
    </message>
    <message>
        <source>No assessment is recorded yet: choose the file of its rules.</source>
        <translation>还没有记入流水的等次评定：请选择规则文件。</translation>
    </message>
    <message>
        <source>Recorded: journal record {record}.</source>
        <translation>已记入流水第 {record} 条。</translation>
    </message>
    <message>
        <source>Provisional until it is recorded.</source>
        <translation>临时结果，记入流水后生效。</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>……另有 {n} 项</translation>
    </message>
    <message>
        <source>Record the assessment?</source>
        <translation>将等次评定记入流水？</translation>
    </message>
    <message>
        <source>Rules, values and result go into the journal and are final; a correction is recorded anew.</source>
        <translation>规则、数据和结果一并记入流水，即为正式结果；如需更正，另行记入。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Its rules are a small file (.toml) that names the tables of values; the manual shows one.</source>
        <translation>评定规则写在一个小文件（.toml）里，其中列出各项数据表；格式见使用手册“其他用法”。</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>A whole copy of the contest every two minutes, and each time scoring or a round is closed. A copy can take the contest&apos;s place on any computer.</source>
        <translation>每两分钟、每次结束评分和确认成绩时，自动留一份完整的副本。拿着副本，在任何一台电脑上都能接着办。</translation>
    </message>
    <message>
        <source>Choose a folder or stick…</source>
        <translation>选择文件夹或 U 盘…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>No more copies</source>
        <translation>不再备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A rehearsal is not copied: its ballots are invented.</source>
        <translation>演练不做备份：评分都是模拟的。</translation>
    </message>
    <message>
        <source>No folder is chosen: there are no copies.</source>
        <translation>还没有选择备份位置，目前没有任何副本。</translation>
    </message>
    <message numerus="yes">
        <source>Last copy at {time}: journal #{number}, %n ballot(s).</source>
        <translation>
            <numerusform>最近一份：{time}，流水第 {number} 条，评分表 %n 份。</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy is being written…</source>
        <translation>正在写入副本…</translation>
    </message>
    <message>
        <source>{room} free there.</source>
        <translation>那里还有 {room} 空间。</translation>
    </message>
    <message>
        <source>Best is a USB stick: it survives this computer. Keep it as safe as the computer itself.</source>
        <translation>最好用 U 盘：电脑坏了它还在。请像保管这台电脑一样保管它。</translation>
    </message>
    <message>
        <source>This folder lies on the same disk as the contest: it does not help when that disk fails.</source>
        <translation>这个文件夹和比赛文件在同一块磁盘上，磁盘坏了就一起没了；最好换成 U 盘。</translation>
    </message>
    <message>
        <source>This folder lies on the network. Copies hold the judges&apos; links: nobody else may read them.</source>
        <translation>这个文件夹在网络上。副本里有评委的链接，不能让别人读到。</translation>
    </message>
    <message>
        <source>Where copies go</source>
        <translation>备份位置</translation>
    </message>
</context>
<context>
    <name>BallotCorrection</name>
    <message>
        <source>Correct a ballot of round {number}: {name}</source>
        <translation>更正第 {number} 轮的评分表：{name}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>typed wrong</source>
        <translation>录入有误</translation>
    </message>
    <message>
        <source>paper ballot</source>
        <translation>纸质评分表</translation>
    </message>
    <message>
        <source>The bulletin that was made is out of date then; the next one names it.</source>
        <translation>已做好的通报随之作废；重新做的通报会写明代替哪一份。</translation>
    </message>
    <message>
        <source>Scores and line-ups of later rounds stay as they are.</source>
        <translation>后面各轮的评分和出场名单不变。</translation>
    </message>
    <message>
        <source>It is marked as no-show or withdrawn: no ballot counts while that mark stands.</source>
        <translation>该单位标记为未到或退出：标记不撤销，评分表都不计入。</translation>
    </message>
    <message>
        <source>No ballot of this judge counts here: marked as absent, as having left, or as recused. If that is wrong, undo the mark on page 8 first, then enter the ballot.</source>
        <translation>这位评委在这里标记为缺席、离席或回避，评分表不计入。标错了的，先在第 8 页流水里撤销标记，再来录入。</translation>
    </message>
    <message>
        <source>It replaces the ballot of {person} stored at {time} ({total}); the journal keeps both.</source>
        <translation>将代替{person}于 {time} 存入的评分表（{total}）；流水保留两份。</translation>
    </message>
    <message>
        <source>No ballot of this judge stands there; this one is added.</source>
        <translation>这位评委在这里还没有评分表，这一份是补录。</translation>
    </message>
    <message>
        <source>What this changes in round {number}</source>
        <translation>更正后第 {number} 轮的变化</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>These are the scores that are stored.</source>
        <translation>与已存的分数相同。</translation>
    </message>
    <message>
        <source>Ballots of the public come from files and cannot be corrected one by one here.</source>
        <translation>群众评议的评分表从文件导入，不能在这里逐份更正。</translation>
    </message>
    <message>
        <source>What a file brought is taken back on page 8.</source>
        <translation>整个文件的导入可在第 8 页流水里撤销。</translation>
    </message>
</context>
<context>
    <name>BallotsBar</name>
    <message>
        <source>Ballots: {n} of {of}</source>
        <translation>评分表：{n} / {of}</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Scoring panel</source>
        <translation>评分端</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
</context>
<context>
    <name>BoardDialog</name>
    <message>
        <source>For everyone in the hall: what has been revealed, and nothing else.</source>
        <translation>全场都可以看：只有已经公布的成绩，没有别的。</translation>
    </message>
    <message>
        <source>Public board</source>
        <translation>公开榜</translation>
    </message>
    <message>
        <source>Everyone may read it</source>
        <translation>允许全场查看</translation>
    </message>
    <message>
        <source>Switched off: whoever opens it reads nothing of this contest</source>
        <translation>已关闭：打开的人看不到本场比赛的任何内容</translation>
    </message>
    <message>
        <source>Nobody until the final reveal is over, then everyone again</source>
        <translation>最终揭晓结束前关闭，结束后自动打开</translation>
    </message>
    <message>
        <source>Nobody may read it</source>
        <translation>关闭，谁都不能看</translation>
    </message>
</context>
<context>
    <name>BoardLine</name>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation>加减分</translation>
    </message>
    <message>
        <source>Final score</source>
        <translation>最后得分</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等次</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>未齐</translation>
    </message>
    <message>
        <source>must come back</source>
        <translation>下轮继续打擂</translation>
    </message>
    <message numerus="yes">
        <source>had to come back %n time(s) before</source>
        <translation>
            <numerusform>此前连续 %n 轮列为继续打擂</numerusform>
        </translation>
    </message>
    <message>
        <source>placed by {tie}</source>
        <translation>按{tie}排定</translation>
    </message>
    <message>
        <source>the exact score</source>
        <translation>精确得分</translation>
    </message>
    <message>
        <source>the score without dropping</source>
        <translation>不去分的得分</translation>
    </message>
    <message>
        <source>a draw</source>
        <translation>抽签</translation>
    </message>
</context>
<context>
    <name>BoardNotes</name>
    <message>
        <source>Under review</source>
        <translation>复核中</translation>
    </message>
    <message>
        <source>Tied</source>
        <translation>并列</translation>
    </message>
</context>
<context>
    <name>BoardRoom</name>
    <message>
        <source>Under review</source>
        <translation>复核中</translation>
    </message>
    <message>
        <source>Tied</source>
        <translation>并列</translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>column {n}: {what}</source>
        <translation>第 {n} 列：{what}</translation>
    </message>
    <message>
        <source>The round is closed. This reopens it, for the record; close it again afterwards.</source>
        <translation>本轮成绩已确认。这会把它重新打开，并留下记录；之后需要再次确认成绩。</translation>
    </message>
</context>
<context>
    <name>BulletinPage</name>
    <message>
        <source>Bulletin</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Make the bulletin</source>
        <translation>生成通报</translation>
    </message>
    <message>
        <source>The round is not closed: the bulletin will say &apos;provisional&apos; on every page.</source>
        <translation>本轮成绩尚未确认：通报每页都会注明“临时”。</translation>
    </message>
    <message>
        <source>The bulletin of this round has been made.</source>
        <translation>本轮通报已生成。</translation>
    </message>
    <message>
        <source>The round is closed; the bulletin can be made.</source>
        <translation>本轮成绩已确认，可以生成通报。</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The published result, and all that is printed, signed or kept besides.</source>
        <translation>公布的结果，以及要打印、签字、留存的其他文件。</translation>
    </message>
    <message>
        <source>Make this document</source>
        <translation>生成这份文件</translation>
    </message>
    <message>
        <source>Wording and preview…</source>
        <translation>措辞和预览…</translation>
    </message>
</context>
<context>
    <name>CardsDialog</name>
    <message>
        <source>Judges&apos; cards</source>
        <translation>评委卡</translation>
    </message>
    <message>
        <source>One card for each judge, four on a sheet: QR code, join code, how to score.</source>
        <translation>每位评委一张，一页四张：二维码、加入码、评分方法。</translation>
    </message>
    <message>
        <source>Whoever has a card can score in that judge&apos;s name: hand each to its judge, then delete the file.</source>
        <translation>谁拿到卡，谁就能以该评委的名义评分：请逐一当面发放，打印后删除这个文件。</translation>
    </message>
    <message>
        <source>Make the cards</source>
        <translation>生成评委卡</translation>
    </message>
    <message>
        <source>{title} judges&apos; cards</source>
        <translation>{title} 评委卡</translation>
    </message>
    <message>
        <source>No network: no other device can open the panel now</source>
        <translation>没有网络：其他设备现在打不开评分端</translation>
    </message>
</context>
<context>
    <name>ChartsView</name>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>还没有可画的内容。</translation>
    </message>
    <message>
        <source>Being drawn…</source>
        <translation>正在绘制…</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Contests and archives (*.arena *.zip)</source>
        <translation>擂台赛和存档 (*.arena *.zip)</translation>
    </message>
    <message>
        <source>What to check</source>
        <translation>核对哪个文件</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Record {number}, {time}, in full: {digest}</source>
        <translation>第 {number} 条，{time}，完整哈希值：{digest}</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) do not hold:</source>
        <translation>
            <numerusform>有 %n 处不符：</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be checked:</source>
        <translation>无法核对：</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>核对文件</translation>
    </message>
    <message>
        <source>The journal&apos;s chain is checked and every result computed again from the ballots, as &apos;arena-desk verify&apos; does. Nothing is changed, and scoring goes on.</source>
        <translation>核对流水是否前后相接，并用评分表把每项成绩重新算一遍，与命令行 arena-desk verify 相同。不改动任何内容，评分照常进行。</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>may be left empty; 412:9f2a… as at the end of a bulletin</source>
        <translation>可不填；如通报末页的 412:9f2a…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Another file or archive…</source>
        <translation>另选文件或存档…</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Thank you</source>
        <translation>谢谢大家</translation>
    </message>
</context>
<context>
    <name>ColumnsBar</name>
    <message>
        <source>Which column is which?</source>
        <translation>各列分别是什么？</translation>
    </message>
    <message>
        <source>column {n}</source>
        <translation>第 {n} 列</translation>
    </message>
    <message>
        <source>Column {n}, {name}</source>
        <translation>第 {n} 列，{name}</translation>
    </message>
    <message>
        <source>(as it stands)</source>
        <translation>（按表头）</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>no heading: every line counts</source>
        <translation>没有表头，每行都是数据</translation>
    </message>
    <message>
        <source>line {n}: {words}</source>
        <translation>第 {n} 行：{words}</translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message>
        <source>It was on stage before. Its stored ballots stay; judges may send again once scoring is opened.</source>
        <translation>该单位已上过台。已存的评分表保留；重新开始评分后评委可以再次提交。</translation>
    </message>
    <message>
        <source>Call {name} again?</source>
        <translation>再次请“{name}”上台？</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>请上台</translation>
    </message>
    <message>
        <source>Close scoring of {name} with ballots missing?</source>
        <translation>“{name}”还有评委未提交，仍要停止评分？</translation>
    </message>
    <message>
        <source>Close scoring</source>
        <translation>停止评分</translation>
    </message>
    <message numerus="yes">
        <source>%n ballot(s) missing. The result stays incomplete until they are entered, or these judges are marked as absent or recused.</source>
        <translation>
            <numerusform>还差 %n 份评分表。补录之前，或将这些评委标记为缺席、回避之前，成绩不完整，不能公布。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ballot(s) missing. The result is computed without them.</source>
        <translation>
            <numerusform>还差 %n 份评分表。成绩将按已交的评分表计算。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reveal {name}?</source>
        <translation>公布“{name}”的成绩？</translation>
    </message>
    <message>
        <source>Tell the hosts the result of {name}?</source>
        <translation>先告知主持人“{name}”的成绩？</translation>
    </message>
    <message>
        <source>The projector and the public board will show this result.</source>
        <translation>大屏和公开榜将显示以下成绩。</translation>
    </message>
    <message>
        <source>Only the host pages will show it; the room sees nothing yet.</source>
        <translation>只有主持人页面显示，全场暂时看不到。</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>Tell the hosts</source>
        <translation>告知主持人</translation>
    </message>
    <message>
        <source>Adjustments  {points}</source>
        <translation>加减分  {points}</translation>
    </message>
    <message>
        <source>Shown so far  {score}</source>
        <translation>此前公布  {score}</translation>
    </message>
    <message>
        <source>Take back the reveal of {name}?</source>
        <translation>撤回“{name}”的公布？</translation>
    </message>
    <message>
        <source>The projector and the public board will no longer show its result. The journal keeps both.</source>
        <translation>大屏和公开榜不再显示其成绩。公布与撤回都记入流水。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>{name} cannot be revealed yet. Enter the ballots from paper, take an absence back, or leave the judge group out (F2); its result can also be completed and revealed later, from the line-up.</source>
        <translation>“{name}”还不能公布。可以录入纸质评分表、撤销缺席，或按 F2 不计该评委组；也可以以后从出场顺序里补齐、公布。</translation>
    </message>
    <message>
        <source>Call {name} already?</source>
        <translation>现在就请“{name}”上台？</translation>
    </message>
    <message>
        <source>The projector leaves &apos;{screen}&apos; for it.</source>
        <translation>大屏随即离开“{screen}”。</translation>
    </message>
    <message>
        <source>void: not counted this round</source>
        <translation>本轮不计</translation>
    </message>
    <message>
        <source>Its result is revealed already. Its stored ballots stay, and so does what the room sees.</source>
        <translation>成绩已经公布。已存的评分表都在，全场看到的不变。</translation>
    </message>
    <message>
        <source>Its result is revealed. The room keeps seeing that one; once a ballot changes, it is marked as under review until it is revealed again.</source>
        <translation>成绩已经公布，全场看到的先不变；评分表一有改动就标“复核中”，直到再次公布。</translation>
    </message>
    <message>
        <source>Open scoring of {name} again?</source>
        <translation>重新开放“{name}”的评分？</translation>
    </message>
    <message>
        <source>Open scoring</source>
        <translation>开始评分</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>{title} – Arena Desk</source>
        <translation>{title} – 擂台赛控制台</translation>
    </message>
    <message>
        <source>REHEARSAL – {title}</source>
        <translation>演练 – {title}</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>现场(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>显示(&amp;V)</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Steps of the day</source>
        <translation>流程步骤</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Close the console while the session runs?</source>
        <translation>现场正在进行，仍要关闭控制台？</translation>
    </message>
    <message>
        <source>Panels cannot reach the desk until it is opened again. Everything stored is safe.</source>
        <translation>重新打开之前，评分端无法提交。已存的内容都是安全的。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What was written on page 2 is not saved and would be lost.</source>
        <translation>“规则”页上的改动尚未保存，关闭后会丢失。</translation>
    </message>
    <message>
        <source>Close without saving the rules?</source>
        <translation>规则尚未保存，仍要关闭？</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>What was done in it is thrown away. No contest file was changed.</source>
        <translation>演练中所做的一切都会丢弃，比赛文件没有任何改动。</translation>
    </message>
    <message>
        <source>End the rehearsal?</source>
        <translation>结束演练？</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束演练</translation>
    </message>
    <message>
        <source>About Arena Desk…</source>
        <translation>关于…</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>not linked</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>offline {time}</source>
        <translation>离线 {time}</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>asleep {time}</source>
        <translation>休眠 {time}</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
</context>
<context>
    <name>Contestants</name>
    <message>
        <source>Add a contestant to the roster</source>
        <translation>新增参赛单位</translation>
    </message>
    <message>
        <source>The code stays for good; everything else can be changed later. The line-up stays as it is.</source>
        <translation>代码定下后不再改，其他内容以后都可以改。出场名单不变。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Change {name} ({code})</source>
        <translation>修改 {name}（{code}）</translation>
    </message>
    <message>
        <source>The code stays. Everything shown and printed from now on takes the new name; scores stay.</source>
        <translation>代码不变。今后显示和打印的都用新名称；成绩不变。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员单位</translation>
    </message>
    <message>
        <source>separated by semicolons</source>
        <translation>用分号隔开</translation>
    </message>
    <message>
        <source>{code} is {name} already</source>
        <translation>代码“{code}”已是{name}</translation>
    </message>
</context>
<context>
    <name>CopiesModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Contest</source>
        <translation>擂台赛</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Ballots</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>读不出来</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Add or take points: {name}</source>
        <translation>加减分：{name}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>out of turn</source>
        <translation>未按顺序上台</translation>
    </message>
    <message>
        <source>write a number of points such as -0.5 or 2</source>
        <translation>请填写分数，如 -0.5 或 2</translation>
    </message>
    <message>
        <source>Final score {before} → {after}</source>
        <translation>最后得分 {before} → {after}</translation>
    </message>
    <message>
        <source>It gets no result in this round.</source>
        <translation>该单位本轮没有成绩。</translation>
    </message>
    <message>
        <source>It has to come back in the next round.</source>
        <translation>下轮须继续打擂。</translation>
    </message>
    <message>
        <source>{name} did not come?</source>
        <translation>“{name}”未到？</translation>
    </message>
    <message>
        <source>It gets no result in this round and does not come back.</source>
        <translation>该单位本轮没有成绩，下轮也不必打擂。</translation>
    </message>
    <message>
        <source>{name} withdraws?</source>
        <translation>“{name}”退出？</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Leave a judge group out of this round?</source>
        <translation>本轮不计某个评委组？</translation>
    </message>
    <message>
        <source>Its weight is shared out to the other groups for every entry, and every document says so.</source>
        <translation>其权重由其余各组按比例分担，适用于所有单位；所有文件都会注明。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>评委组</translation>
    </message>
    <message>
        <source>The judge takes no part in this round and is waited for no longer.</source>
        <translation>该评委不参加本轮，不再等待其评分。</translation>
    </message>
    <message numerus="yes">
        <source>%n stored ballot(s) stop counting.</source>
        <translation>
            <numerusform>已存的 %n 份评分表不再计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is absent?</source>
        <translation>“{name}”缺席？</translation>
    </message>
    <message>
        <source>Ballots stored so far stand; the judge is waited for no longer.</source>
        <translation>已存的评分表有效，之后不再等待其评分。</translation>
    </message>
    <message>
        <source>{name} has left?</source>
        <translation>“{name}”已离席？</translation>
    </message>
    <message>
        <source>The judge does not score this entry; all others stay as they are.</source>
        <translation>该评委不为这个单位评分，其余单位不受影响。</translation>
    </message>
    <message>
        <source>The stored ballot stops counting.</source>
        <translation>已存的评分表不再计入。</translation>
    </message>
    <message>
        <source>Recuse {judge} from {name}?</source>
        <translation>“{judge}”对“{name}”回避？</translation>
    </message>
    <message>
        <source>Recuse</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>Recuse {judge} from a contestant</source>
        <translation>{judge}回避哪个单位？</translation>
    </message>
    <message>
        <source>A ballot of theirs for it stops counting.</source>
        <translation>已存的评分表不再计入。</translation>
    </message>
    <message>
        <source>Contestant</source>
        <translation>参赛单位</translation>
    </message>
    <message>
        <source>Return the ballot of {judge} for {name}?</source>
        <translation>退回“{judge}”对“{name}”的评分表？</translation>
    </message>
    <message>
        <source>It stops counting and is open again for this judge alone, who is told the reason.</source>
        <translation>这份评分表不再计入，仅对该评委重新开放，并告知理由。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>It does not count; the journal keeps it.</source>
        <translation>不计入成绩；流水中留有记录。</translation>
    </message>
    <message>
        <source>It replaces the ballot stored at {time} ({total}); the journal keeps both.</source>
        <translation>将替换 {time} 所存的评分表（{total}）；流水中两份都保留。</translation>
    </message>
    <message>
        <source>Total {total}</source>
        <translation>合计 {total}</translation>
    </message>
    <message>
        <source>No ballot can be corrected one by one</source>
        <translation>没有可以逐份更正的评分表</translation>
    </message>
    <message>
        <source>Accept the late ballot of {judge} for {name}?</source>
        <translation>接收“{judge}”对“{name}”的迟到评分表？</translation>
    </message>
    <message>
        <source>Filled in at {time}.</source>
        <translation>填写于 {time}。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>arrived late</source>
        <translation>提交迟到</translation>
    </message>
    <message>
        <source>network failed</source>
        <translation>网络中断</translation>
    </message>
    <message>
        <source>New link for {name}?</source>
        <translation>为“{name}”换发链接？</translation>
    </message>
    <message>
        <source>The old link and join code stop working at once; devices in this seat must link again.</source>
        <translation>原链接和加入码立即失效，该席位的设备须重新接入。</translation>
    </message>
    <message>
        <source>New link</source>
        <translation>换发</translation>
    </message>
    <message>
        <source>device lost</source>
        <translation>设备丢失</translation>
    </message>
    <message>
        <source>link passed on</source>
        <translation>链接外传</translation>
    </message>
    <message>
        <source>Another person in the seat of {name}</source>
        <translation>更换“{name}”席位的评委</translation>
    </message>
    <message>
        <source>Earlier ballots stay with {name}. The seat gets a new link; the old one stops working at once.</source>
        <translation>此前的评分仍属“{name}”。席位换发新链接，原链接立即失效。</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Undo record {record}?</source>
        <translation>撤销第 {record} 条？</translation>
    </message>
    <message>
        <source>&apos;{said}&apos; is taken back; the journal keeps both.</source>
        <translation>撤销“{said}”；流水中两条都保留。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>entered by mistake</source>
        <translation>误操作</translation>
    </message>
    <message>
        <source>The round is closed. This reopens it, for the record; close it again afterwards.</source>
        <translation>本轮成绩已确认。此项更正会重新打开本轮并留下记录，之后须再次确认。</translation>
    </message>
    <message>
        <source>Round {number} is closed. This reopens it, for the record; close it again on page 6 afterwards.</source>
        <translation>第 {number} 轮成绩已确认。此项更正会重新打开这一轮并留下记录，之后须在第 6 页再次确认。</translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) become void; it has to be signed again.</source>
        <translation>
            <numerusform>原有 %n 个签名随之作废，须重新签名。</numerusform>
        </translation>
    </message>
    <message>
        <source>Decline the late ballot of {judge} for {name}?</source>
        <translation>不接收“{judge}”对“{name}”的迟到评分表？</translation>
    </message>
    <message>
        <source>It is of round {number}. If it is to count, first correct the ballot there with these scores: Results, Shift+F6.</source>
        <translation>这是第 {number} 轮的评分表。如要计入，先到成绩页选那一轮，按 Shift+F6 照这些分数更正。</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不接收</translation>
    </message>
    <message>
        <source>entered from paper</source>
        <translation>已按纸面录入</translation>
    </message>
</context>
<context>
    <name>CrashGuard</name>
    <message>
        <source>Arena Desk</source>
        <translation>擂台赛控制台</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>程序出现意外错误</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Everything that was acknowledged is on disk: every stored ballot, every mark, every reveal. You can go on. If the console behaves oddly, close it and open the contest again: it comes back as it was.</source>
        <translation>凡已确认的内容都已写入磁盘：每份已存的评分表、每项标记、每次公布。可以继续操作；如控制台表现异常，请关闭后重新打开本次擂台赛，一切照旧恢复。</translation>
    </message>
    <message>
        <source>The log is at {path}</source>
        <translation>日志位于 {path}</translation>
    </message>
</context>
<context>
    <name>DrawPage</name>
    <message>
        <source>Draw</source>
        <translation>抽签</translation>
    </message>
    <message>
        <source>The order follows from the seed alone: say it aloud, type it exactly as said, record the draw.</source>
        <translation>顺序只由种子决定：先当众念出种子，再照原样输入，然后记录抽签。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>a text that is said aloud</source>
        <translation>当众念出的文字</translation>
    </message>
    <message>
        <source>who is present and watches</source>
        <translation>在场见证的人</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Record the draw</source>
        <translation>记录抽签</translation>
    </message>
    <message>
        <source>Show the order to the room</source>
        <translation>大屏显示出场顺序</translation>
    </message>
    <message>
        <source>Print the record…</source>
        <translation>打印抽签记录…</translation>
    </message>
    <message>
        <source>No draw has been recorded; the line-up is in roster order.</source>
        <translation>尚未抽签，出场顺序按报名名单。</translation>
    </message>
    <message>
        <source>Recorded {time}, seed &apos;{seed}&apos;, witness: {witness}</source>
        <translation>已于 {time} 抽签，种子“{seed}”，见证人：{witness}</translation>
    </message>
    <message>
        <source>Order with this seed (not recorded)</source>
        <translation>按此种子的顺序（尚未记录）</translation>
    </message>
    <message>
        <source>Line-up now</source>
        <translation>当前出场顺序</translation>
    </message>
    <message>
        <source>The room sees the order</source>
        <translation>大屏正在显示出场顺序</translation>
    </message>
    <message>
        <source>The stage is set to the order</source>
        <translation>大屏已设为出场顺序</translation>
    </message>
</context>
<context>
    <name>DrawRecordDialog</name>
    <message>
        <source>Record of the draw</source>
        <translation>抽签记录</translation>
    </message>
    <message>
        <source>Make the record</source>
        <translation>生成记录</translation>
    </message>
</context>
<context>
    <name>EntryHead</name>
    <message>
        <source>The line-up is empty</source>
        <translation>出场名单是空的</translation>
    </message>
    <message>
        <source>Nobody to call</source>
        <translation>没有可请上台的单位</translation>
    </message>
    <message>
        <source>No. {number}  ·  {state}</source>
        <translation>{number} 号  ·  {state}</translation>
    </message>
    <message>
        <source>not on stage now</source>
        <translation>不在台上</translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>尚未上台</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>%1 号</translation>
    </message>
</context>
<context>
    <name>EntryMenu</name>
    <message>
        <source>Undo: {said}…</source>
        <translation>撤销：{said}…</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Why this score and this rank</source>
        <translation>为什么是这个成绩和名次</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FaultsView</name>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
</context>
<context>
    <name>FiguresModel</name>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open or create another contest…</source>
        <translation>打开或新建别的擂台赛…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The rehearsal is starting…</source>
        <translation>正在启动演练…</translation>
    </message>
    <message>
        <source>Rehearse this contest…</source>
        <translation>演练这场擂台赛…</translation>
    </message>
    <message>
        <source>Simulated judges score on a copy that is thrown away afterwards; this contest is only read and goes on. After a few seconds a console and a stage window of their own open, with REHEARSAL in their titles.</source>
        <translation>在一份副本上由程序模拟评委评分，用完即删；这场擂台赛只读取，照常进行。几秒后会另开一套控制台和大屏窗口，标题以“演练”开头。</translation>
    </message>
    <message>
        <source>{name} is on stage in this contest now. The new windows may cover this one.</source>
        <translation>这场擂台赛“{name}”正在台上，新开的窗口可能盖住本窗口。</translation>
    </message>
    <message>
        <source>Rehearse this contest?</source>
        <translation>演练这场擂台赛？</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>The program could not be started once more</source>
        <translation>没能再启动一个程序</translation>
    </message>
    <message>
        <source>This desk goes on. Start Arena Desk from the system instead.</source>
        <translation>这个控制台不受影响。请从系统里启动 Arena Desk。</translation>
    </message>
    <message>
        <source>Check the file…</source>
        <translation>核对文件…</translation>
    </message>
</context>
<context>
    <name>FinalReveal</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>from the last place upwards</source>
        <translation>从末位到首位</translation>
    </message>
    <message>
        <source>from the first place downwards</source>
        <translation>从首位到末位</translation>
    </message>
    <message>
        <source>where they stand</source>
        <translation>按名次</translation>
    </message>
    <message>
        <source>last of all</source>
        <translation>放在最后</translation>
    </message>
    <message>
        <source>first of all</source>
        <translation>放在最前</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>榜</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Those that come back</source>
        <translation>下轮继续打擂的单位</translation>
    </message>
    <message>
        <source>Public board</source>
        <translation>公开榜</translation>
    </message>
    <message>
        <source>stays on</source>
        <translation>照常显示</translation>
    </message>
    <message>
        <source>off until all is told</source>
        <translation>先关闭，揭晓完自动打开</translation>
    </message>
</context>
<context>
    <name>Finale</name>
    <message>
        <source>Round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Final reveal</source>
        <translation>最终揭晓</translation>
    </message>
    <message>
        <source>Announced %1 / %2</source>
        <translation>已公布 %1 / %2</translation>
    </message>
    <message>
        <source>The ranking is revealed</source>
        <translation>排名揭晓</translation>
    </message>
    <message>
        <source>%1 on the line-up</source>
        <translation>共 %1 个</translation>
    </message>
</context>
<context>
    <name>FinaleLine</name>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Firewall</name>
    <message>
        <source>Nobody can reach this desk: it does not answer at its own address {host}. A firewall or a security program of this computer is in the way.</source>
        <translation>谁都连不上：控制台在自己的地址 {host} 上没有应答，被这台电脑的防火墙或安全软件拦住了。</translation>
    </message>
    <message>
        <source>No other device has come yet. If one cannot open the page: it must be in this network; then this computer&apos;s firewall is in the way.</source>
        <translation>还没有别的设备连进来。如果有设备打不开页面：先看它是否连着同一个网络；是的话，就是这台电脑的防火墙拦住了。</translation>
    </message>
    <message>
        <source>Other devices that reached this desk: {n}</source>
        <translation>连进来过的其他设备：{n} 台</translation>
    </message>
    <message>
        <source>Windows: Settings → Privacy &amp; security → Windows Security → Firewall &amp; network protection → Allow an app through firewall → Change settings; tick Arena Desk (or Python) for private and for public networks.</source>
        <translation>Windows：设置 → 隐私和安全性 → Windows 安全中心 → 防火墙和网络保护 → 允许应用通过防火墙 → 更改设置，给 Arena Desk（或 Python）勾选“专用”和“公用”。</translation>
    </message>
    <message>
        <source>macOS: System Settings → Network → Firewall → Options; let Arena Desk (or Python) accept incoming connections.</source>
        <translation>macOS：系统设置 → 网络 → 防火墙 → 选项，允许 Arena Desk（或 Python）接受传入连接。</translation>
    </message>
    <message>
        <source>Linux: sudo ufw allow {port}/tcp   or   sudo firewall-cmd --add-port={port}/tcp</source>
        <translation>Linux：sudo ufw allow {port}/tcp   或   sudo firewall-cmd --add-port={port}/tcp</translation>
    </message>
    <message>
        <source>Other devices hardly reach this desk: Windows&apos; firewall was told to keep them out of this program. That happens when its question is answered with Cancel.</source>
        <translation>其他设备多半连不上：Windows 防火墙被设为不让其他设备访问本程序。弹出询问时点了“取消”，就会这样。</translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message numerus="yes">
        <source>%n highest dropped</source>
        <translation>
            <numerusform>去掉 %n 个最高分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lowest dropped</source>
        <translation>
            <numerusform>去掉 %n 个最低分</numerusform>
        </translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计</translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>void: not counted this round</source>
        <translation>本轮不计</translation>
    </message>
    <message>
        <source>{high} highest and {low} lowest dropped</source>
        <translation>去 {high} 个最高、{low} 个最低</translation>
    </message>
    <message>
        <source>{high} highest dropped</source>
        <translation>去 {high} 个最高</translation>
    </message>
    <message>
        <source>{low} lowest dropped</source>
        <translation>去 {low} 个最低</translation>
    </message>
    <message>
        <source>none dropped below {n} ballots</source>
        <translation>不足 {n} 份，不去最高、最低</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>HealthStrip</name>
    <message>
        <source>Panels {address}</source>
        <translation>评分端 {address}</translation>
    </message>
    <message>
        <source>Journal #{number}</source>
        <translation>流水 #{number}</translation>
    </message>
    <message>
        <source>File gone: {path}</source>
        <translation>文件不在了：{path}</translation>
    </message>
    <message>
        <source>No backup yet…</source>
        <translation>还没有备份…</translation>
    </message>
    <message>
        <source>Backup: trouble</source>
        <translation>备份出错</translation>
    </message>
    <message>
        <source>Backup under way</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backup {time}</source>
        <translation>备份 {time}</translation>
    </message>
    <message>
        <source>Disk: {room} free</source>
        <translation>磁盘余 {room}</translation>
    </message>
    <message>
        <source>Mains, battery {n}%</source>
        <translation>已接电源 {n}%</translation>
    </message>
    <message>
        <source>Battery {n}%</source>
        <translation>电池 {n}%</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>没有网络</translation>
    </message>
    <message>
        <source>Online {n} / {of}</source>
        <translation>在线 {n} / {of}</translation>
    </message>
</context>
<context>
    <name>HintSetting</name>
    <message>
        <source>Points</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>empty: nothing is pointed out</source>
        <translation>留空：不提示</translation>
    </message>
    <message>
        <source>Point out ballots far from the others</source>
        <translation>提示偏离较大的评分表</translation>
    </message>
    <message>
        <source>A ballot far off may be a slip of the finger: ask the judge. The program never drops a ballot for it.</source>
        <translation>分数偏得很远，有时是手误：可以请评委核对。程序绝不因此去掉任何评分表。</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>write a number above 0 and up to 100</source>
        <translation>请填写大于 0、不超过 100 的数</translation>
    </message>
</context>
<context>
    <name>JournalModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>(undone by {record})</source>
        <translation>（已由第 {record} 条撤销）</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Nothing is ever removed. A correction is a new record that names the old one.</source>
        <translation>只增不删；更正是指向原记录的新记录。</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>The record in full</source>
        <translation>记录全文</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Take back what the record says, with a reason, where that is safe</source>
        <translation>在稳妥时撤销这一条，要写明原因</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>As the journal keeps it, with the time in UTC, for whoever checks it:</source>
        <translation>以下是流水原文，供核对，时间为世界时（UTC）：</translation>
    </message>
    <message>
        <source>Choose a record to read it in full and to see whether it can be undone.</source>
        <translation>选中一条记录，可查看全文，以及能否撤销。</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Contest created</source>
        <translation>新建擂台赛</translation>
    </message>
    <message>
        <source>Roster: {count} added or changed</source>
        <translation>名单：新增或更改 {count} 个</translation>
    </message>
    <message>
        <source>Called {entry}</source>
        <translation>请 {entry} 上台</translation>
    </message>
    <message>
        <source>Opened scoring of {entry}</source>
        <translation>开始评分：{entry}</translation>
    </message>
    <message>
        <source>Closed scoring of {entry}</source>
        <translation>停止评分：{entry}</translation>
    </message>
    <message>
        <source>Closed scoring of {entry}, without {missing}</source>
        <translation>停止评分：{entry}，缺 {missing} 份</translation>
    </message>
    <message>
        <source>{judge}: ballot for {entry} stored</source>
        <translation>{judge} 对 {entry} 评分已存</translation>
    </message>
    <message>
        <source>{judge}: ballot for {entry} entered from paper</source>
        <translation>{judge} 对 {entry} 纸质评分已录入</translation>
    </message>
    <message>
        <source>{judge}: late ballot for {entry} accepted</source>
        <translation>{judge} 对 {entry} 迟到评分已接收</translation>
    </message>
    <message>
        <source>{judge}: ballot for {entry} returned</source>
        <translation>{judge} 对 {entry} 评分已退回</translation>
    </message>
    <message>
        <source>Revealed {entry}: {score}</source>
        <translation>公布 {entry}：{score}</translation>
    </message>
    <message>
        <source>Told the hosts {entry}: {score}</source>
        <translation>告知主持人 {entry}：{score}</translation>
    </message>
    <message>
        <source>Took back the reveal of {entry}</source>
        <translation>撤回公布：{entry}</translation>
    </message>
    <message>
        <source>Stage: {screen}</source>
        <translation>大屏：{screen}</translation>
    </message>
    <message>
        <source>Started the timer</source>
        <translation>计时开始</translation>
    </message>
    <message>
        <source>Paused the timer</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>Timer: more time</source>
        <translation>计时：加时</translation>
    </message>
    <message>
        <source>Reset the timer</source>
        <translation>计时归零</translation>
    </message>
    <message>
        <source>Undid record {record}</source>
        <translation>撤销第 {record} 条</translation>
    </message>
    <message>
        <source>Closed round {round}</source>
        <translation>确认第 {round} 轮成绩</translation>
    </message>
    <message>
        <source>Signed the result of round {round}: {name}</source>
        <translation>第 {round} 轮成绩签名：{name}</translation>
    </message>
    <message>
        <source>Reopened round {round}</source>
        <translation>重新打开第 {round} 轮</translation>
    </message>
    <message>
        <source>Began round {round} with {count} contestants</source>
        <translation>开始第 {round} 轮，{count} 个单位出场</translation>
    </message>
    <message>
        <source>{name} takes the seat of {before}</source>
        <translation>{name} 接替 {before} 的席位</translation>
    </message>
    <message>
        <source>{name} joins the judges, seat {seat}</source>
        <translation>新增评委 {name}（{seat}）</translation>
    </message>
    <message>
        <source>{before} is removed from the judges, seat {seat}</source>
        <translation>移除评委 {before}（{seat}）</translation>
    </message>
    <message>
        <source>New link for {judge}</source>
        <translation>为 {judge} 换发链接</translation>
    </message>
    <message>
        <source>{subject} is absent</source>
        <translation>{subject} 缺席</translation>
    </message>
    <message>
        <source>{subject} has left</source>
        <translation>{subject} 离席</translation>
    </message>
    <message>
        <source>{subject} recused from {contestant}</source>
        <translation>{subject} 对 {contestant} 回避</translation>
    </message>
    <message>
        <source>{contestant} did not come</source>
        <translation>{contestant} 未到</translation>
    </message>
    <message>
        <source>{contestant} withdrew</source>
        <translation>{contestant} 退出</translation>
    </message>
    <message>
        <source>Added {contestant} to the line-up</source>
        <translation>{contestant} 加入出场名单</translation>
    </message>
    <message>
        <source>{contestant}: {points} points</source>
        <translation>{contestant} 加减分 {points}</translation>
    </message>
    <message>
        <source>Brought in {subject} for {count}</source>
        <translation>导入“{subject}”成绩 {count} 个</translation>
    </message>
    <message>
        <source>Left out {subject}</source>
        <translation>不计 {subject}</translation>
    </message>
    <message>
        <source>Drew the start order, seed &apos;{seed}&apos;</source>
        <translation>抽签决定出场顺序，种子“{seed}”</translation>
    </message>
    <message>
        <source>Drew between {order}, seed &apos;{seed}&apos;</source>
        <translation>抽签：{order}，种子“{seed}”</translation>
    </message>
    <message>
        <source>Restored the backup &apos;{copy}&apos;</source>
        <translation>从备份恢复：{copy}</translation>
    </message>
    <message>
        <source>Changed the rules: {changes}</source>
        <translation>修改规则：{changes}</translation>
    </message>
    <message>
        <source>Stage: began to reveal {staged} in steps</source>
        <translation>大屏：开始分步揭晓 {staged}</translation>
    </message>
    <message>
        <source>Stage: began the final reveal {staged}</source>
        <translation>大屏：开始最终揭晓 {staged}</translation>
    </message>
    <message>
        <source>Stage: step {step} of the reveal</source>
        <translation>大屏：揭晓第 {step} 步</translation>
    </message>
    <message>
        <source>Recorded the assessment &apos;{title}&apos;</source>
        <translation>等次评定“{title}”记入流水</translation>
    </message>
    <message>
        <source>Brought in {ballots} ballots from a file</source>
        <translation>从文件导入评分表 {ballots} 份</translation>
    </message>
    <message>
        <source>Public board switched on</source>
        <translation>打开公开榜</translation>
    </message>
    <message>
        <source>Public board switched off</source>
        <translation>关闭公开榜</translation>
    </message>
    <message>
        <source>Public board switched off until the final reveal is over</source>
        <translation>关闭公开榜，最终揭晓结束后自动打开</translation>
    </message>
    <message>
        <source>{judge}: late ballot for {entry} declined</source>
        <translation>{judge} 对 {entry} 迟到评分未接收</translation>
    </message>
</context>
<context>
    <name>JudgesBringing</name>
    <message>
        <source>Import judges</source>
        <translation>导入评委</translation>
    </message>
    <message>
        <source>New judges get seats, links and codes; those who are there stay. Nobody is removed.</source>
        <translation>新评委得到席位、链接和加入码，已有的评委不变，不移除任何人。</translation>
    </message>
    <message>
        <source>Judges have scored in this round already: whoever joins now takes part from the next round on.</source>
        <translation>本轮已有评分：新评委从下一轮起参加。</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>{name} joins {group}, seat {code}</source>
        <translation>{name} 加入{group}，编号 {code}</translation>
    </message>
</context>
<context>
    <name>JudgesPage</name>
    <message>
        <source>Every judge links with a code of their own; a link opens nothing but that judge&apos;s panel.</source>
        <translation>每位评委用自己的码接入；链接只能打开该评委的评分端。</translation>
    </message>
    <message>
        <source>Judges</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Address…</source>
        <translation>地址…</translation>
    </message>
    <message>
        <source>Present after all…</source>
        <translation>撤销缺席…</translation>
    </message>
    <message>
        <source>Absent…</source>
        <translation>缺席…</translation>
    </message>
    <message>
        <source>Came back…</source>
        <translation>撤销离席…</translation>
    </message>
    <message>
        <source>Has left…</source>
        <translation>离席…</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Recuse…</source>
        <translation>回避…</translation>
    </message>
    <message>
        <source>New link…</source>
        <translation>换发链接…</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>更换评委…</translation>
    </message>
    <message>
        <source>New judge…</source>
        <translation>新增评委…</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>导入名单…</translation>
    </message>
    <message>
        <source>From a file, or what was copied in Excel or WPS with its heading (Ctrl+V)</source>
        <translation>从文件导入；在 Excel 或 WPS 里连同表头复制的，按 Ctrl+V 粘贴</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Host page…</source>
        <translation>主持人页面…</translation>
    </message>
    <message>
        <source>Public board…</source>
        <translation>公开榜…</translation>
    </message>
    <message>
        <source>For the host&apos;s tablet: who is on, and what may be announced. Do not show it to the room.</source>
        <translation>供主持人的平板使用：谁在台上、可以公布什么。请勿给全场看。</translation>
    </message>
    <message>
        <source>Host page</source>
        <translation>主持人页面</translation>
    </message>
    <message>
        <source>Panel on their behalf</source>
        <translation>代为评分</translation>
    </message>
    <message>
        <source>Print cards…</source>
        <translation>打印评委卡…</translation>
    </message>
    <message>
        <source>{group}: a crowd of {n} without seats; their ballots come from a file.</source>
        <translation>{group}共 {n} 人，不设席位，评分表从文件导入。</translation>
    </message>
    <message>
        <source>Nobody judges in this contest: its scores come from the values brought in on Results.</source>
        <translation>本擂台赛不设评委，成绩来自“成绩”页导入的数值。</translation>
    </message>
</context>
<context>
    <name>KindsModel</name>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>LargeCard</name>
    <message>
        <source>Previous</source>
        <translation>上一位</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一位</translation>
    </message>
</context>
<context>
    <name>LatestRecords</name>
    <message>
        <source>Journal</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>{what}: {why}</source>
        <translation>{what}：{why}</translation>
    </message>
</context>
<context>
    <name>Leaderboard</name>
    <message>
        <source>Round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Final ranking</source>
        <translation>最终排名</translation>
    </message>
    <message>
        <source>Provisional ranking</source>
        <translation>暂列名次</translation>
    </message>
    <message>
        <source>A draw will decide: %1</source>
        <translation>名次待抽签：%1</translation>
    </message>
    <message>
        <source>Announced %1 / %2</source>
        <translation>已公布 %1 / %2</translation>
    </message>
    <message>
        <source>Result confirmed</source>
        <translation>成绩已确认</translation>
    </message>
    <message>
        <source>Results appear here as they are announced</source>
        <translation>成绩公布后在此显示</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>Wording of the bulletin</source>
        <translation>通报的措辞</translation>
    </message>
    <message>
        <source>A field left empty follows the contest.</source>
        <translation>留空的项目按赛事设置填写。</translation>
    </message>
    <message>
        <source>Issuer&apos;s mark</source>
        <translation>发文机关标志</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>发文字号</translation>
    </message>
    <message>
        <source>such as 青营商办〔2023〕5号</source>
        <translation>例如 青营商办〔2023〕5号</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>主送机关</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>不写主送机关</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>成文日期</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>不抄送</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>by which plan, who held which round</source>
        <translation>根据什么方案，谁举办了第几轮</translation>
    </message>
    <message>
        <source>the day on which the round is closed</source>
        <translation>成绩确认之日</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The date is read as 2023-05-07 or 2023年5月7日.</source>
        <translation>日期请写成 2023-05-07 或 2023年5月7日。</translation>
    </message>
</context>
<context>
    <name>Lineup</name>
    <message>
        <source>Round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Running order</source>
        <translation>上台顺序</translation>
    </message>
    <message>
        <source>%1 on the line-up</source>
        <translation>共 %1 个</translation>
    </message>
</context>
<context>
    <name>LineupLine</name>
    <message>
        <source>On stage</source>
        <translation>正在打擂</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>待公布</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>已公布</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Back again</source>
        <translation>继续打擂</translation>
    </message>
</context>
<context>
    <name>LineupModel</name>
    <message>
        <source>No.</source>
        <translation>号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{name}: had to come back from the previous round</source>
        <translation>{name}：上一轮列为继续打擂</translation>
    </message>
    <message>
        <source>under review</source>
        <translation>复核中</translation>
    </message>
    <message>
        <source>to reveal</source>
        <translation>待公布</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>未齐</translation>
    </message>
    <message>
        <source>next</source>
        <translation>候场</translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message>
        <source>QR code of {name}</source>
        <translation>{name}的二维码</translation>
    </message>
    <message>
        <source>Scan the code, or open the address and type the join code</source>
        <translation>扫码接入，或打开下方网址输入加入码</translation>
    </message>
    <message>
        <source>No network: no other device can open the panel now</source>
        <translation>没有网络：现在其他设备打不开评分端</translation>
    </message>
    <message>
        <source>Join code {code}</source>
        <translation>加入码 {code}</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>No network: no other device can open this now</source>
        <translation>没有网络：现在其他设备打不开</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>The code holds the key as well: scan it, or copy the link.</source>
        <translation>码里含密钥，请扫码或复制链接，只输入网址打不开。</translation>
    </message>
</context>
<context>
    <name>LiveActions</name>
    <message>
        <source>Next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Call {name}</source>
        <translation>请{name}上台</translation>
    </message>
    <message>
        <source>Call {name} again…</source>
        <translation>再请“{name}”上台…</translation>
    </message>
    <message>
        <source>Open scoring again</source>
        <translation>重新开始评分</translation>
    </message>
    <message numerus="yes">
        <source>Close scoring (%n missing)</source>
        <translation>
            <numerusform>停止评分（还差 %n 人）</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill the line-up</source>
        <translation>安排出场名单</translation>
    </message>
    <message>
        <source>Start the timer</source>
        <translation>开始计时</translation>
    </message>
    <message>
        <source>Open scoring</source>
        <translation>开始评分</translation>
    </message>
    <message>
        <source>Close scoring</source>
        <translation>停止评分</translation>
    </message>
    <message>
        <source>Reveal {name}</source>
        <translation>公布 {name}</translation>
    </message>
    <message>
        <source>See what is open</source>
        <translation>查看未了事项</translation>
    </message>
    <message>
        <source>Close the round</source>
        <translation>确认本轮成绩</translation>
    </message>
    <message>
        <source>Sign the result</source>
        <translation>签名确认成绩</translation>
    </message>
    <message>
        <source>Make the bulletin</source>
        <translation>生成通报</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>下一轮</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>Tell the hosts only: {name}</source>
        <translation>先告知主持人：{name}</translation>
    </message>
    <message>
        <source>Take back the reveal…</source>
        <translation>撤回公布…</translation>
    </message>
    <message>
        <source>Why this score and this rank…</source>
        <translation>为什么是这个成绩和名次…</translation>
    </message>
    <message>
        <source>Points…</source>
        <translation>加减分…</translation>
    </message>
    <message>
        <source>Add or take points, with a reason</source>
        <translation>加分或减分，须写明理由</translation>
    </message>
    <message>
        <source>Did not come…</source>
        <translation>未到…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>退出…</translation>
    </message>
    <message>
        <source>Leave out a judge group…</source>
        <translation>不计某个评委组…</translation>
    </message>
    <message>
        <source>Point out ballots far from the others…</source>
        <translation>提示偏离较大的评分表…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>30 s more</source>
        <translation>加 30 秒</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>响铃</translation>
    </message>
    <message>
        <source>Ring the bell; it rings by itself before the end and at the end</source>
        <translation>响铃；快到时间和时间到时会自动响</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>归零</translation>
    </message>
    <message>
        <source>Ballots from paper, from a table…</source>
        <translation>导入纸质评分表…</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>Begin the final reveal…</source>
        <translation>开始最终揭晓…</translation>
    </message>
    <message>
        <source>Tell the hosts only</source>
        <translation>先告知主持人</translation>
    </message>
    <message>
        <source>Call {name}…</source>
        <translation>请 {name} 上台…</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Line-up</source>
        <translation>出场顺序</translation>
    </message>
    <message>
        <source>Back to the stage</source>
        <translation>回到台上</translation>
    </message>
</context>
<context>
    <name>LostFile</name>
    <message>
        <source>It was at {path}. It was moved or deleted, or its stick was pulled out.

Safe: everything that was acknowledged is in that file and in the backups. Nothing new is stored until the file is back; panels keep what they cannot send.

To do: put the stick back in, or the file back where it was. If this message does not go away by itself, close the console and open the contest again, or restore a backup from the start window.</source>
        <translation>原来在 {path}。可能被移走、删除，或 U 盘被拔掉。

安全的：已确认的内容都在那个文件和备份里。放回之前不会存入新内容，评分端会自己留着没发出去的评分表。

请这样做：插回 U 盘，或把文件放回原处。如果这条提示没有自己消失，请关闭控制台后重新打开擂台赛，或在开始窗口恢复备份。</translation>
    </message>
    <message>
        <source>The contest file is gone</source>
        <translation>比赛文件不见了</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{path} is there already. What it holds now will be gone.</source>
        <translation>{path} 已存在，其中原有的内容将被替换。</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>要替换这个文件吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>It was written before it could be cancelled.</source>
        <translation>取消之前已经写好了。</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation>已取消，没有写入任何文件。</translation>
    </message>
    <message>
        <source>It is at {path}</source>
        <translation>已写入 {path}</translation>
    </message>
    <message>
        <source>Opening {path}
If nothing appears, this computer has no program for such files.</source>
        <translation>正在打开 {path}
如果没有出现，说明这台电脑没有能打开这类文件的程序。</translation>
    </message>
    <message>
        <source>It could not be opened: this computer has no program for such files. It is at {path}</source>
        <translation>无法打开：这台电脑没有能打开这类文件的程序。文件在 {path}</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Save this page as PDF</source>
        <translation>把这一页存为 PDF</translation>
    </message>
    <message>
        <source>The page could not be saved</source>
        <translation>这一页没能存下来</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MissingBallots</name>
    <message>
        <source>From paper…</source>
        <translation>录入纸质表…</translation>
    </message>
    <message>
        <source>Recuse…</source>
        <translation>回避…</translation>
    </message>
    <message>
        <source>Absent…</source>
        <translation>缺席…</translation>
    </message>
</context>
<context>
    <name>NetworkBar</name>
    <message>
        <source>What to do…</source>
        <translation>怎么办…</translation>
    </message>
    <message>
        <source>No network: panels on other devices cannot reach this desk. What is stored is safe.</source>
        <translation>没有网络：其他设备上的评分端连不上控制台。已存的内容都在。</translation>
    </message>
    <message>
        <source>The network changed: {before} is not there any more, links now lead to {now}.</source>
        <translation>网络变了：原地址 {before} 已不在，链接现在指向 {now}。</translation>
    </message>
    <message numerus="yes">
        <source>%n panel(s) may hold a ballot that cannot be sent.</source>
        <translation>
            <numerusform>有 %n 个评分端可能存着送不出的评分表。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can reach this desk: it does not answer at its own address {host}.</source>
        <translation>谁都连不上：控制台在自己的地址 {host} 上没有应答。</translation>
    </message>
    <message>
        <source>Other devices hardly reach this desk: Windows&apos; firewall was told to keep them out.</source>
        <translation>其他设备多半连不上：Windows 防火墙被设为不让它们访问。</translation>
    </message>
</context>
<context>
    <name>NewContest</name>
    <message>
        <source>Plan of the contest</source>
        <translation>比赛方案</translation>
    </message>
    <message>
        <source>Plans (*.toml)</source>
        <translation>比赛方案 (*.toml)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%n contestant(s)</source>
        <translation>
            <numerusform>%n 个参赛单位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n judge(s)</source>
        <translation>
            <numerusform>%n 位评委</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria</source>
        <translation>
            <numerusform>%n 个评分项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are wrong; nothing was created.</source>
        <translation>
            <numerusform>有 %n 处问题，什么都没有建立。</numerusform>
        </translation>
    </message>
    <message>
        <source>New contest</source>
        <translation>新建擂台赛</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Template or plan</source>
        <translation>模板或方案</translation>
    </message>
    <message>
        <source>Plan of my own…</source>
        <translation>自己的方案…</translation>
    </message>
    <message>
        <source>Create and open</source>
        <translation>建立并打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n 项成绩构成</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextRound</name>
    <message>
        <source>Next round</source>
        <translation>下一轮</translation>
    </message>
    <message>
        <source>Who else comes on</source>
        <translation>其他出场单位</translation>
    </message>
    <message>
        <source>Begin round {number}</source>
        <translation>开始第 {number} 轮</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Must come back: {names}</source>
        <translation>继续打擂：{names}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Begin the round</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>In the line-up: {n}</source>
        <translation>出场单位：{n}</translation>
    </message>
</context>
<context>
    <name>NextUp</name>
    <message>
        <source>Next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>%1 号</translation>
    </message>
</context>
<context>
    <name>OffersBar</name>
    <message numerus="yes">
        <source>%n late ballot(s) wait to be accepted</source>
        <translation>
            <numerusform>有 %n 份迟到的评分表待接收</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ballot(s) of a later round: this file may be an older copy</source>
        <translation>
            <numerusform>收到 %n 份后面轮次的评分表：当前打开的可能是较旧的副本</numerusform>
        </translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>查看…</translation>
    </message>
    <message numerus="yes">
        <source>%n late ballot(s) of an earlier round</source>
        <translation>
            <numerusform>以前的轮次有 %n 份迟到的评分表</numerusform>
        </translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>不接收…</translation>
    </message>
</context>
<context>
    <name>OnStage</name>
    <message>
        <source>Led by %1</source>
        <translation>牵头：%1</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
</context>
<context>
    <name>OrderModel</name>
    <message>
        <source>Place</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Place now</source>
        <translation>现顺序</translation>
    </message>
    <message>
        <source>SHA-256 of seed:code</source>
        <translation>“种子:代码”的 SHA-256</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Number pad</source>
        <translation>数字键盘</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>Next criterion</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>小数点</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{filled} of {all} filled</source>
        <translation>已填 {filled}/{all}</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>满分 100</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交评分</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Check, then confirm</source>
        <translation>请核对后确认</translation>
    </message>
    <message>
        <source>When you confirm, this ballot replaces the one stored before.</source>
        <translation>确认后，这份评分表将替换先前已存的一份。</translation>
    </message>
    <message>
        <source>Nothing is sent to the desk until you confirm.</source>
        <translation>确认后才会提交给控制台。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回修改</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认提交</translation>
    </message>
    <message>
        <source>My ballots ({count})</source>
        <translation>我的评分表（{count}）</translation>
    </message>
    <message>
        <source>A ballot is not delivered yet and is kept on this device. Open your new link on this same device, and it will be passed to the staff.</source>
        <translation>有评分表还没有送达，留在本机。请在这台设备上打开新的链接，本机会把它交给工作人员。</translation>
    </message>
    <message>
        <source>A ballot is not delivered yet, and this device cannot keep it. Please give the staff its scores on paper.</source>
        <translation>有评分表还没有送达，本机也无法保存。请把分数写在纸上交给工作人员。</translation>
    </message>
    <message>
        <source>This seat is open on %n devices. If you know of one only, please tell the staff.</source>
        <translation>这个席位正在 %n 台设备上打开。如果您只用了一台，请告知工作人员。</translation>
    </message>
    <message>
        <source>Nothing can be kept on this device: its folder cannot be written. Do not close this window before it says &apos;Stored&apos;.</source>
        <translation>本机不能保存内容：文件夹无法写入。在显示“已存”之前请勿关闭本窗口。</translation>
    </message>
    <message>
        <source>The ballot for {name} is not delivered yet. This panel still has it and is sending it.</source>
        <translation>“{name}”的评分表还没有送达，评分端仍留有这份分数，正在发送。</translation>
    </message>
    <message>
        <source>The desk is out of reach. What you submit is sent when the desk is back, as long as this window stays open.</source>
        <translation>连不上控制台。只要不关闭本窗口，您提交的评分表会在恢复后自动送出。</translation>
    </message>
    <message>
        <source>The desk is out of reach. Your ballot is kept on this device and sent when the desk is back, once and only once.</source>
        <translation>连不上控制台。评分表留在本机，恢复后自动送出，不会丢失，也不会重复。</translation>
    </message>
    <message>
        <source>The desk is out of reach. Your scores are kept on this device; go on and submit as usual, they are sent when the desk is back.</source>
        <translation>连不上控制台。已填的分数留在本机，可以照常填写和提交；恢复后自动送出。</translation>
    </message>
    <message>
        <source>Your ballot for {name} is not stored at the desk, and scoring is open. Please check the scores below and submit once more.</source>
        <translation>控制台没有存入您给“{name}”的评分表，评分仍在开放。请核对下面的分数，再提交一次。</translation>
    </message>
    <message>
        <source>The desk lacks {count} of your stored ballots ({names}); a backup may have been restored. This device has copies.</source>
        <translation>控制台缺少您已存的 {count} 份评分表（{names}），可能是恢复了备份。本机留有底稿。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The ballot for {name} was not accepted: the desk had moved on to another contestant. This panel still has it.</source>
        <translation>“{name}”的评分表没有被接收：提交时控制台已换到别的单位。评分端仍留有这份分数。</translation>
    </message>
    <message>
        <source>The ballot for {name} was not accepted: this contestant is no longer in the round. This panel still has it.</source>
        <translation>“{name}”的评分表没有被接收：这家单位已不在本轮名单中。评分端仍留有这份分数。</translation>
    </message>
    <message>
        <source>The ballot for {name} was not delivered over the old link. This panel still has it.</source>
        <translation>“{name}”的评分表在旧链接上没有送达。评分端仍留有这份分数。</translation>
    </message>
    <message>
        <source>The ballot for {name} was not accepted: scoring had closed when it arrived. This panel still has it.</source>
        <translation>“{name}”的评分表没有被接收：送达时评分已结束。评分端仍留有这份分数。</translation>
    </message>
    <message>
        <source>The ballot for {name} was not accepted: you are recused.</source>
        <translation>“{name}”的评分表没有被接收：您已登记为回避。</translation>
    </message>
    <message>
        <source>The ballot for {name} was not accepted: the desk has one of yours, and none may be sent again.</source>
        <translation>“{name}”的评分表没有被接收：控制台已有您的一份，本轮不允许再次提交。</translation>
    </message>
    <message>
        <source>The ballot for {name} was not accepted. {message}</source>
        <translation>“{name}”的评分表没有被接收。{message}</translation>
    </message>
    <message>
        <source>Your changes were not submitted before scoring closed. The stored ballot counts.</source>
        <translation>您的修改没有提交，评分已结束。已存的这一份仍然有效。</translation>
    </message>
    <message>
        <source>The scores you typed for {name} were not submitted. If they still should be, please tell the staff.</source>
        <translation>您为“{name}”填写的分数没有提交。如需补交，请告知工作人员。</translation>
    </message>
    <message>
        <source>Rehearsal, nothing counts</source>
        <translation>演练，不计入成绩</translation>
    </message>
    <message>
        <source>The desk no longer accepts it. Please ask the staff for a new link or join code. Everything kept on this device is still here.</source>
        <translation>控制台不再接受这个链接。请向工作人员领取新的链接或加入码。本机所存内容都还在。</translation>
    </message>
    <message>
        <source>Link ended</source>
        <translation>链接失效</translation>
    </message>
    <message>
        <source>This link is no longer valid</source>
        <translation>此链接已失效</translation>
    </message>
    <message>
        <source>Please check that this device is on the venue&apos;s network. This window keeps trying and goes on by itself.</source>
        <translation>请确认本机连着会场网络。本窗口会不断重试，连上后自动继续。</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>The desk is out of reach</source>
        <translation>连不上控制台</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Connecting to the desk</source>
        <translation>正在连接控制台</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for the next contestant</source>
        <translation>等待下一位上台</translation>
    </message>
    <message>
        <source>This window changes by itself when the next contestant comes on stage.</source>
        <translation>下一家参赛单位上台后，本窗口自动显示。</translation>
    </message>
    <message>
        <source>On stage</source>
        <translation>正在汇报</translation>
    </message>
    <message>
        <source>Scoring is not open yet</source>
        <translation>评分尚未开放</translation>
    </message>
    <message>
        <source>Please listen. The criteria appear here when scoring opens.</source>
        <translation>请听汇报。开放评分后，本窗口自动显示评分项。</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>评分未开放</translation>
    </message>
    <message>
        <source>Scoring is not open</source>
        <translation>评分未开放</translation>
    </message>
    <message>
        <source>Nothing can be submitted now. The criteria appear here when scoring opens.</source>
        <translation>现在不能提交。开放评分后，本窗口自动显示评分项。</translation>
    </message>
    <message>
        <source>Scoring closed</source>
        <translation>评分已结束</translation>
    </message>
    <message>
        <source>Scoring is closed</source>
        <translation>评分已结束</translation>
    </message>
    <message>
        <source>The desk has no ballot of yours for {name}. If you still need to send one, please tell the staff.</source>
        <translation>控制台没有您对“{name}”的评分表。如需补交，请告知工作人员。</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>You are recused from this contestant</source>
        <translation>您回避这家单位</translation>
    </message>
    <message>
        <source>No scores from you count for {name}. Please wait for the next contestant.</source>
        <translation>不用为“{name}”评分，已交的也不计入。请等待下一位上台。</translation>
    </message>
    <message>
        <source>Scored already</source>
        <translation>本席已评</translation>
    </message>
    <message>
        <source>This seat has scored already</source>
        <translation>本席位已评过这家单位</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不在席</translation>
    </message>
    <message>
        <source>You are marked absent or gone</source>
        <translation>您本轮登记为缺席或离场</translation>
    </message>
    <message>
        <source>Nothing more to score in this round. If this is a mistake, please tell the staff.</source>
        <translation>本轮不用再评分。如果登记有误，请告知工作人员。</translation>
    </message>
    <message>
        <source>Round over</source>
        <translation>本轮结束</translation>
    </message>
    <message>
        <source>This round is over</source>
        <translation>本轮评分已结束</translation>
    </message>
    <message>
        <source>The result is settled. Thank you for judging.</source>
        <translation>本轮结果已确定。感谢您的评审。</translation>
    </message>
    <message>
        <source>Ballot returned: {reason}</source>
        <translation>评分表被退回：{reason}</translation>
    </message>
    <message>
        <source>Returned at {time}. Please check and submit again; the earlier ballot no longer counts.</source>
        <translation>退回时间 {time}。请核对后重新提交，原评分表不再计入。</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>正在修改</translation>
    </message>
    <message>
        <source>Changing the stored ballot</source>
        <translation>正在修改已存的评分表</translation>
    </message>
    <message>
        <source>Until you submit, the stored ballot counts.</source>
        <translation>提交之前，已存的评分表仍然有效。</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>正在评分</translation>
    </message>
    <message>
        <source>Scoring is open</source>
        <translation>评分已开放</translation>
    </message>
    <message>
        <source>Please fill in every score and submit.</source>
        <translation>请填写各项分数并提交。</translation>
    </message>
    <message>
        <source>Stored {time}</source>
        <translation>已存 {time}</translation>
    </message>
    <message>
        <source>The desk has received and saved your ballot.</source>
        <translation>控制台已收到并保存您的评分表。</translation>
    </message>
    <message>
        <source>Not delivered yet</source>
        <translation>尚未送达</translation>
    </message>
    <message>
        <source>Submitting, not delivered yet</source>
        <translation>正在提交，尚未送达</translation>
    </message>
    <message>
        <source>It did not reach the desk while scoring was open. This panel still has it. {offer}</source>
        <translation>它没有在评分开放期间送达。评分端仍留有这份分数。{offer}</translation>
    </message>
    <message>
        <source>Your ballot is kept on this device and sent again until the desk confirms it. Please keep this window open.</source>
        <translation>评分表还没有送到，暂留在本机，会自动反复发送，直到控制台回执。请勿关闭本窗口。</translation>
    </message>
    <message>
        <source>Your ballot is sent again until the desk confirms it. Until then it is in this window alone: do not close it.</source>
        <translation>评分表会自动反复发送，直到控制台回执。在此之前它只在这个窗口里，请勿关闭。</translation>
    </message>
    <message>
        <source>Not stored, still on this panel</source>
        <translation>未存入，仍在评分端</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>需要您决定</translation>
    </message>
    <message>
        <source>The desk has another ballot of yours</source>
        <translation>控制台已有另一份评分表</translation>
    </message>
    <message>
        <source>What you just sent differs from what is stored; nothing was overwritten. Choose which one counts.</source>
        <translation>您刚提交的与控制台已存的不同，没有覆盖。请选择保留哪一份。</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>没有存入</translation>
    </message>
    <message>
        <source>This ballot is not stored</source>
        <translation>这份评分表没有存入</translation>
    </message>
    <message>
        <source>Passed to the staff, who decide whether it counts.</source>
        <translation>已转交工作人员，由其决定是否采用。</translation>
    </message>
    <message>
        <source>Passing to the staff.</source>
        <translation>正在转交工作人员。</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>{number} 号</translation>
    </message>
    <message>
        <source>Round {round}</source>
        <translation>第 {round} 轮</translation>
    </message>
    <message>
        <source>{min}–{max}, by {step}</source>
        <translation>{min}–{max}，每次 {step}</translation>
    </message>
    <message>
        <source>, worth {weight}</source>
        <translation>，占 {weight} 分</translation>
    </message>
    <message>
        <source>Please enter a score</source>
        <translation>请填写分数</translation>
    </message>
    <message>
        <source>Please enter a number, such as {max}</source>
        <translation>请填写数字，如 {max}</translation>
    </message>
    <message>
        <source>Must be between {min} and {max}</source>
        <translation>应在 {min} 至 {max} 之间</translation>
    </message>
    <message>
        <source>Must go in steps of {step} from {min}</source>
        <translation>应为 {step} 的整数倍，从 {min} 起</translation>
    </message>
    <message>
        <source>Round {round}, stored {time}</source>
        <translation>第 {round} 轮，已存 {time}</translation>
    </message>
    <message>
        <source>Not stored, passed to the staff</source>
        <translation>未存入，已转交工作人员</translation>
    </message>
    <message>
        <source>The person who sat here before has submitted a ballot for {name}, and it counts. If you are to score instead, please tell the staff.</source>
        <translation>先前坐在本席的评委已经提交，那份“{name}”的评分表仍然有效，您不用再评。如需改由您评，请告知工作人员。</translation>
    </message>
    <message>
        <source>Corrected by staff {time}</source>
        <translation>工作人员更正 {time}</translation>
    </message>
    <message>
        <source>Corrected by the staff from paper {time}</source>
        <translation>工作人员按纸质评分表更正 {time}</translation>
    </message>
    <message>
        <source>The staff corrected your ballot; the earlier one no longer counts. If it is not what you scored, please tell them.</source>
        <translation>工作人员代您更正了评分表，先前的一份不再计入。与您评的不符，请告诉工作人员。</translation>
    </message>
    <message>
        <source>Entered by staff {time}</source>
        <translation>工作人员录入 {time}</translation>
    </message>
    <message>
        <source>Entered by the staff from paper {time}</source>
        <translation>工作人员按纸质评分表录入 {time}</translation>
    </message>
    <message>
        <source>The staff entered this ballot for you, and the desk has saved it. If it is not what you scored, please tell them.</source>
        <translation>这份评分表由工作人员代您录入，已存入控制台。与您评的不符，请告诉工作人员。</translation>
    </message>
    <message>
        <source>Round {round}, corrected by the staff from paper {time}</source>
        <translation>第 {round} 轮，工作人员按纸质评分表更正 {time}</translation>
    </message>
    <message>
        <source>Round {round}, entered by the staff from paper {time}</source>
        <translation>第 {round} 轮，工作人员按纸质评分表录入 {time}</translation>
    </message>
    <message>
        <source>, since returned or replaced</source>
        <translation>，后已退回或被替换</translation>
    </message>
    <message>
        <source>The desk answers but cannot store anything now; please tell the staff. Your ballot is kept on this device and sent until the desk has stored it, once and only once.</source>
        <translation>控制台现在存不进去，请告知工作人员。评分表留在本机，能存后自动送出，不会丢失，也不会重复。</translation>
    </message>
    <message>
        <source>The desk answers but cannot store anything now; please tell the staff. Your ballot is sent until the desk has stored it, as long as this window stays open.</source>
        <translation>控制台现在存不进去，请告知工作人员。只要不关闭本窗口，您提交的评分表会在能存后自动送出。</translation>
    </message>
</context>
<context>
    <name>PanelWindow</name>
    <message>
        <source>On behalf of {name}: what you submit counts as this judge&apos;s own</source>
        <translation>代评委“{name}”评分：所交评分表即为其本人的评分表</translation>
    </message>
    <message>
        <source>Scoring panel</source>
        <translation>评分端</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Change scores</source>
        <translation>修改评分</translation>
    </message>
    <message>
        <source>Stored at the desk</source>
        <translation>控制台已存</translation>
    </message>
    <message>
        <source>Just sent</source>
        <translation>您刚提交</translation>
    </message>
    <message>
        <source>Keep the desk&apos;s</source>
        <translation>保留控制台已存的</translation>
    </message>
    <message>
        <source>Use mine instead</source>
        <translation>用我刚提交的替换</translation>
    </message>
    <message>
        <source>Please fill in or correct: {count}.</source>
        <translation>还有 {count} 项需要填写或更正。</translation>
    </message>
    <message>
        <source>The desk did not accept this. Please check the scores.</source>
        <translation>控制台没有接受，请核对各项分数。</translation>
    </message>
    <message>
        <source>A ballot is not delivered yet.</source>
        <translation>有一份评分表还没有送达。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍要关闭</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>It is kept on this device, and sent when you open the panel with the same link again.</source>
        <translation>它留在本机，用同一链接再次打开评分端时自动送出。</translation>
    </message>
    <message>
        <source>It cannot be kept on this device: closed now, it is lost.</source>
        <translation>它不能留在本机，现在关闭就会丢失。</translation>
    </message>
    <message>
        <source>Type a code</source>
        <translation>输入加入码</translation>
    </message>
</context>
<context>
    <name>PaperBallot</name>
    <message>
        <source>Ballot of {judge} for {name}, from paper</source>
        <translation>录入纸质评分表：{judge} 对 {name}</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>device failed</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>paper ballot</source>
        <translation>纸质评分表</translation>
    </message>
    <message>
        <source>The ballot of {person} came in meanwhile and was stored at {time} ({total}). What you have typed is not stored. If the one that came is right, cancel; to replace it with yours, confirm once more. The journal keeps both.</source>
        <translation>{person}的评分表刚刚送到，{time} 已存（{total}）。您录入的这份还没有存。送到的那份对，就取消；要用您录入的替换，请再确认一次。流水里两份都留着。</translation>
    </message>
</context>
<context>
    <name>PaperBringing</name>
    <message>
        <source>Ballots from paper</source>
        <translation>导入纸质评分表</translation>
    </message>
    <message>
        <source>Every line is one judge&apos;s ballot for one contestant; it counts like one from a panel.</source>
        <translation>每行是一位评委对一个参赛单位的评分表，与评分端提交的同样计分。</translation>
    </message>
    <message>
        <source>{judge} for {name}: {total}</source>
        <translation>{judge} 评 {name}：{total}</translation>
    </message>
    <message>
        <source>{judge} for {name}: a ballot of {before} is stored; tick below if {total} is to replace it</source>
        <translation>{judge} 评 {name}：已存有 {before}；要用 {total} 替换，请在下面打钩</translation>
    </message>
    <message>
        <source>{judge} for {name}: {total} as before, stored again</source>
        <translation>{judge} 评 {name}：{total}，与原来相同，再存一次</translation>
    </message>
    <message>
        <source>{judge} for {name}: {before} → {total}, the stored ballot is replaced</source>
        <translation>{judge} 评 {name}：{before} → {total}，替换已存的评分表</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>waiting</source>
        <translation>候场</translation>
    </message>
    <message>
        <source>on stage</source>
        <translation>登台</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>正在评分</translation>
    </message>
    <message>
        <source>scoring closed</source>
        <translation>评分结束</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>PlanChanging</name>
    <message>
        <source>Ballots are stored. Other rules are computed for all of them at once, and standings, explanations and the bulletin say what was changed, why, and by which record of the journal.</source>
        <translation>已有评分表。规则一改，所有评分表立即按新规则重算；排名、成绩说明和通报都会写明改了什么、为什么改、记在流水第几号。</translation>
    </message>
    <message>
        <source>A round is closed; its result stays. Only what touches no result can be changed.</source>
        <translation>已有成绩确认过的轮次，成绩不变；只能改不影响成绩的内容。</translation>
    </message>
    <message>
        <source>Unlock the rules?</source>
        <translation>解锁规则？</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>the plan was entered wrongly</source>
        <translation>方案录入有误</translation>
    </message>
    <message>
        <source>the organizer decided otherwise</source>
        <translation>主办单位另有决定</translation>
    </message>
    <message>
        <source>The results so far would change:</source>
        <translation>已有成绩会这样变化：</translation>
    </message>
    <message>
        <source>The results of this round will say that the rules were changed: {reason}</source>
        <translation>本轮成绩会注明规则改过，原因：{reason}</translation>
    </message>
    <message>
        <source>They are in force at once; the journal keeps what they were.</source>
        <translation>保存后立即生效；原来的规则留在流水里。</translation>
    </message>
    <message>
        <source>Save these rules?</source>
        <translation>保存这些规则？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanExample</name>
    <message>
        <source>Worked example</source>
        <translation>算例</translation>
    </message>
    <message>
        <source>In the bulletin</source>
        <translation>通报中的规则</translation>
    </message>
    <message>
        <source>What the rules give</source>
        <translation>规则的效果</translation>
    </message>
    <message>
        <source>It shows again once what is marked on the left is put right.</source>
        <translation>改正左边标出的各项后再显示。</translation>
    </message>
    <message>
        <source>With these rules, these made-up ballots would give:</source>
        <translation>按这些规则，下面假设的评分表会得出：</translation>
    </message>
    <message>
        <source>Judge {n}</source>
        <translation>评委{n}</translation>
    </message>
    <message>
        <source>The rules as the bulletin will print them:</source>
        <translation>通报会这样写明规则：</translation>
    </message>
    <message>
        <source>Sample A</source>
        <translation>样例甲</translation>
    </message>
    <message>
        <source>Sample B</source>
        <translation>样例乙</translation>
    </message>
    <message>
        <source>Sample C</source>
        <translation>样例丙</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>returns next round</source>
        <translation>下轮继续打擂</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>How scores are given</source>
        <translation>评分方式</translation>
    </message>
    <message>
        <source>How ballots count</source>
        <translation>评分表如何计入</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Being drawn…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Page {page} of {of}</source>
        <translation>第 {page} 页，共 {of} 页</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>What was copied in Excel or WPS, with its heading</source>
        <translation>在 Excel 或 WPS 里复制的内容，连同表头</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>对应各列…</translation>
    </message>
    <message>
        <source>Leave out what stays as it is</source>
        <translation>不显示没有变化的</translation>
    </message>
    <message>
        <source>Replace ballots that are stored; the journal keeps both</source>
        <translation>替换已存的评分表（流水里两份都保留）</translation>
    </message>
    <message>
        <source>goes into the journal</source>
        <translation>记入流水</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message numerus="yes">
        <source>Import %n line(s)</source>
        <translation>
            <numerusform>导入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>CSV or Excel with the columns {columns}</source>
        <translation>CSV 或 Excel，需要这些列：{columns}</translation>
    </message>
    <message>
        <source>; {columns} if you like</source>
        <translation>；可选：{columns}</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>修改 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as before</source>
        <translation>
            <numerusform>%n 行不变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong: nothing is imported until it is corrected</source>
        <translation>
            <numerusform>%n 行有错，改正之前一行也不导入</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is as the table says already: there is nothing to take in</source>
        <translation>现有内容与表格完全相同，没有要导入的</translation>
    </message>
    <message>
        <source>{n} lines are counted but not listed: ballots of a crowd, or more than can be shown.</source>
        <translation>另有 {n} 行只计数、不逐行列出：群众评议的评分表，或超出可显示的行数。</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>＋ 新增</translation>
    </message>
    <message>
        <source>~ changed</source>
        <translation>～ 修改</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>＝ 不变</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 有错</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Still to fill in: {fields}</source>
        <translation>还没有填：{fields}</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>goes into the journal</source>
        <translation>记入流水</translation>
    </message>
</context>
<context>
    <name>RecentModel</name>
    <message>
        <source>Contest</source>
        <translation>擂台赛</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>上次打开</translation>
    </message>
    <message>
        <source>file gone</source>
        <translation>文件不在了</translation>
    </message>
</context>
<context>
    <name>Reopened</name>
    <message>
        <source>Round {numbers} is open again after a correction, so its result is not final. Close it again on page 6.</source>
        <translation>第 {numbers} 轮因更正已重新打开，成绩不再是最后结果。请到第 6 页选中这一轮，重新确认。</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Folder of the copies</source>
        <translation>备份所在文件夹</translation>
    </message>
    <message>
        <source>Looking for copies…</source>
        <translation>正在查找备份…</translation>
    </message>
    <message>
        <source>There is no copy of a contest in this folder.</source>
        <translation>这个文件夹里没有备份。</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <source>The contest is at {path} again.</source>
        <translation>已恢复到 {path}。</translation>
    </message>
    <message>
        <source>What was there is kept as {name}.</source>
        <translation>原来的文件改名为“{name}”，仍在原处。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Copies in</source>
        <translation>备份在</translation>
    </message>
    <message>
        <source>Restore to</source>
        <translation>恢复到</translation>
    </message>
    <message>
        <source>the folder or stick that holds the copies</source>
        <translation>存放备份的文件夹或 U 盘</translation>
    </message>
    <message>
        <source>Copies, newest first</source>
        <translation>备份，新的在前</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A file that is there now is renamed and kept. The links of all judges stay; panels offer the ballots that the copy lacks.</source>
        <translation>原处现有的文件会改名保留。评委的链接照旧有效；备份里缺的评分表，评分端会主动补报。</translation>
    </message>
</context>
<context>
    <name>ResultStrip</name>
    <message>
        <source>Adjustments</source>
        <translation>加减分</translation>
    </message>
    <message>
        <source>rank {rank}</source>
        <translation>第 {rank} 名</translation>
    </message>
    <message>
        <source>rank {rank} so far</source>
        <translation>暂列第 {rank} 名</translation>
    </message>
    <message>
        <source>The room has seen {score}; under review until revealed again</source>
        <translation>全场看到的是 {score}；再次公布前显示为复核中</translation>
    </message>
    <message>
        <source>revealed</source>
        <translation>已公布</translation>
    </message>
    <message>
        <source>the hosts know it</source>
        <translation>已告知主持人</translation>
    </message>
    <message>
        <source>not revealed yet</source>
        <translation>尚未公布</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>The results of all ballots so far. The room sees only what has been revealed.</source>
        <translation>按现有评分表得出的成绩；全场只看到已公布的部分。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>成绩</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Why this score…</source>
        <translation>为什么是这个成绩…</translation>
    </message>
    <message>
        <source>Every step from the ballots to the score and the rank</source>
        <translation>从评分表到成绩和名次的每一步</translation>
    </message>
    <message>
        <source>Correct a ballot…</source>
        <translation>更正评分表…</translation>
    </message>
    <message>
        <source>One judge&apos;s ballot for the chosen contestant, in the round that is shown</source>
        <translation>更正所示轮次、所选单位的一位评委的评分表</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>成绩已确认</translation>
    </message>
    <message>
        <source>final, not closed</source>
        <translation>成绩已齐，尚未确认</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>Before the round can be closed</source>
        <translation>确认成绩之前</translation>
    </message>
    <message>
        <source>Must come back in the next round</source>
        <translation>下轮继续打擂</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw between {names}…</source>
        <translation>{names} 抽签…</translation>
    </message>
    <message>
        <source>Import {component}…</source>
        <translation>导入{component}…</translation>
    </message>
    <message>
        <source>Close the round</source>
        <translation>确认本轮成绩</translation>
    </message>
    <message>
        <source>Make the bulletin…</source>
        <translation>生成通报…</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>下一轮</translation>
    </message>
    <message>
        <source>Ballots from paper…</source>
        <translation>导入纸质评分表…</translation>
    </message>
    <message>
        <source>How judges scored…</source>
        <translation>评委评分分析…</translation>
    </message>
    <message>
        <source>How strict judges are and how far they agree, in figures and charts</source>
        <translation>评委的宽严和一致程度，表和图</translation>
    </message>
    <message>
        <source>Over all rounds…</source>
        <translation>历轮累计…</translation>
    </message>
    <message>
        <source>Standings over all closed rounds, and the half-year assessment</source>
        <translation>已确认各轮的累计成绩，以及等次评定</translation>
    </message>
</context>
<context>
    <name>ReturnFlag</name>
    <message>
        <source>Back next round</source>
        <translation>下轮继续打擂</translation>
    </message>
</context>
<context>
    <name>ReturnLine</name>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>第 %1 名</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>Round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Result confirmed</source>
        <translation>成绩已确认</translation>
    </message>
    <message>
        <source>Nobody has to come back</source>
        <translation>本轮没有单位需要继续打擂</translation>
    </message>
    <message>
        <source>Known when all results are announced</source>
        <translation>全部成绩公布后揭晓</translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <source>Rank %1 (tied)</source>
        <translation>并列第 %1 名</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>第 %1 名</translation>
    </message>
    <message>
        <source>Rank so far: %1 (tied)</source>
        <translation>暂列第 %1 名（并列）</translation>
    </message>
    <message>
        <source>Rank so far: %1</source>
        <translation>暂列第 %1 名</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Final score</source>
        <translation>最后得分</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>复核中</translation>
    </message>
    <message numerus="yes">
        <source>%n highest dropped</source>
        <translation>
            <numerusform>去掉 %n 个最高分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lowest dropped</source>
        <translation>
            <numerusform>去掉 %n 个最低分</numerusform>
        </translation>
    </message>
    <message>
        <source>The score is about to be revealed</source>
        <translation>成绩即将揭晓</translation>
    </message>
    <message>
        <source>What the judges gave</source>
        <translation>评委打分</translation>
    </message>
    <message>
        <source>The scores of the judge groups</source>
        <translation>各评委组得分</translation>
    </message>
    <message>
        <source>What else counts</source>
        <translation>其他成绩</translation>
    </message>
    <message>
        <source>The highest and the lowest score are dropped</source>
        <translation>去掉一个最高分，去掉一个最低分</translation>
    </message>
    <message>
        <source>The highest score is dropped</source>
        <translation>去掉一个最高分</translation>
    </message>
    <message>
        <source>The lowest score is dropped</source>
        <translation>去掉一个最低分</translation>
    </message>
    <message>
        <source>Not revealed yet</source>
        <translation>尚未公布</translation>
    </message>
</context>
<context>
    <name>RosterBringing</name>
    <message>
        <source>Import contestants into the roster</source>
        <translation>导入参赛单位</translation>
    </message>
    <message>
        <source>New codes are added to the roster, not to the line-up; known codes take what the table says. Nobody is removed.</source>
        <translation>新代码加入报名名单，但不进出场名单；已有的代码按表格更新。不会删除任何单位。</translation>
    </message>
    <message>
        <source>{name} is added to the roster</source>
        <translation>{name}加入报名名单</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员单位</translation>
    </message>
    <message>
        <source>{what}: {before} → {after}</source>
        <translation>{what}：{before} → {after}</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员单位</translation>
    </message>
    <message>
        <source>Line-up</source>
        <translation>出场</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Everyone who takes part in this contest. The line-up belongs to the round.</source>
        <translation>本次擂台赛的全部参赛单位；出场名单按轮次安排。</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>{n} contestants, {entries} in the line-up</source>
        <translation>共 {n} 个单位，本轮出场 {entries} 个</translation>
    </message>
    <message>
        <source>Add to the line-up…</source>
        <translation>加入出场名单…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Takes part after all…</source>
        <translation>撤销退出…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>退出…</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>导入名单…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>What was copied in Excel or WPS, with its heading</source>
        <translation>在 Excel 或 WPS 里复制的内容，连同表头</translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>Close round {number}?</source>
        <translation>确认第 {number} 轮成绩？</translation>
    </message>
    <message>
        <source>The result becomes final. A later correction reopens the round, visibly.</source>
        <translation>成绩就此确定。之后如有更正，将重新打开本轮并留下记录。</translation>
    </message>
    <message>
        <source>Close the round</source>
        <translation>确认成绩</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{board}: first {first}; must come back: {back}</source>
        <translation>{board}：第一名 {first}；下轮继续打擂 {back}</translation>
    </message>
    <message>
        <source>Say the seed aloud, then type it exactly as said.</source>
        <translation>先当众念出种子，再照原样输入。</translation>
    </message>
    <message>
        <source>Draw between {names}</source>
        <translation>{names} 抽签</translation>
    </message>
    <message>
        <source>Record the draw</source>
        <translation>记录抽签</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>a text that is said aloud</source>
        <translation>当众念出的文字</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>who is present and watches</source>
        <translation>在场见证的人</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>顺序：{order}</translation>
    </message>
    <message>
        <source>The line-up takes this order. Anyone can check it from the seed.</source>
        <translation>出场名单按此排列。任何人都可以用种子核验。</translation>
    </message>
    <message>
        <source>A draw is recorded already. This one takes its place; all documents name both.</source>
        <translation>已有抽签记录。这次抽签将取代它；所有文件都写明两次抽签。</translation>
    </message>
    <message>
        <source>Entries have been on stage already; their scores stay, their places change.</source>
        <translation>已有单位上过台；成绩保留，顺序会变。</translation>
    </message>
    <message>
        <source>Record the draw with seed &apos;{seed}&apos;?</source>
        <translation>记录抽签，种子“{seed}”？</translation>
    </message>
    <message>
        <source>Add {name} to the line-up?</source>
        <translation>将“{name}”加入出场名单？</translation>
    </message>
    <message>
        <source>It comes on last in this round.</source>
        <translation>排在本轮最后出场。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>{name}, take {step}</source>
        <translation>{name}，减 {step}</translation>
    </message>
    <message>
        <source>{name}, add {step}</source>
        <translation>{name}，加 {step}</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Write the rules here; they take effect once saved. On the right, a worked example.</source>
        <translation>在这里填写规则，保存后生效；右边是按这些规则算出的样例。</translation>
    </message>
    <message>
        <source>No ballot is stored yet: the rules can be changed.</source>
        <translation>还没有评分表，规则可以修改。</translation>
    </message>
    <message>
        <source>Ballots are stored: the rules are frozen. To change them, unlock them.</source>
        <translation>已有评分表，规则已冻结；要改请先解锁。</translation>
    </message>
    <message>
        <source>Unlocked: {reason}. The results will say so once other rules are saved.</source>
        <translation>已解锁：{reason}。保存改动后，成绩会注明规则改过。</translation>
    </message>
    <message>
        <source>A round was closed by these rules: only title, organizer, level, timer and sending again can be changed.</source>
        <translation>已有轮次按这些规则确认成绩：只能改名称、主办单位、层级、发言计时和能否重新提交。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right before the rules can be saved</source>
        <translation>
            <numerusform>还有 %n 处要改正才能保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is being scored: save once scoring is closed.</source>
        <translation>正在评分，停止评分后才能保存。</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>Save the rules…</source>
        <translation>保存规则…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Back to the rules that are in force</source>
        <translation>恢复为现行规则</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>增加一行</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Go to what is wrong</source>
        <translation>下一处要改正</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>The contest file is no longer in its place: it was moved or deleted, or its stick was pulled out. Nothing can be stored until it is back.</source>
        <translation>比赛文件不在原处了：可能被移走、删除，或 U 盘被拔掉。放回之前，什么都存不进去。</translation>
    </message>
    <message>
        <source>The disk of the contest file is nearly full: {n} MB are left. Make room on it.</source>
        <translation>比赛文件所在的磁盘快满了，只剩 {n} MB，请腾出空间。</translation>
    </message>
    <message>
        <source>Scoring goes on; what is acknowledged is safe in the contest file.</source>
        <translation>评分照常进行，已确认的内容都在比赛文件里。</translation>
    </message>
    <message>
        <source>The disk of the backups does not answer. Scoring goes on; what is acknowledged is safe in the contest file.</source>
        <translation>备份盘没有响应。评分照常进行，已确认的内容都在比赛文件里。</translation>
    </message>
    <message>
        <source>The battery is at {n}%: plug this computer in.</source>
        <translation>电池只剩 {n}%，请接上电源。</translation>
    </message>
    <message>
        <source>The journal keeps its order and no score depends on the clock; set it right.</source>
        <translation>流水的先后次序不受影响，成绩与时钟无关；请把时间校准。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {time} behind the newest record of the journal: it may be wrong.</source>
        <translation>这台电脑的时钟比流水最后一条记录还早 {time}，可能不准。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was set forward by {time} at {at}.</source>
        <translation>这台电脑的时钟在 {at} 被调快了 {time}。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was set back by {time} at {at}.</source>
        <translation>这台电脑的时钟在 {at} 被调慢了 {time}。</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>The disk of the contest file is full: ballots cannot be stored any more, or soon not, and wait on the judges&apos; devices; what is acknowledged is safe. Make room on it now.</source>
        <translation>比赛文件所在的磁盘满了：评分表存不进去，或者随时会存不进去，先留在评委的设备上；已存的都在。请马上腾出空间。</translation>
    </message>
</context>
<context>
    <name>SafetyBar</name>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ScoreParts</name>
    <message>
        <source>Adjustment</source>
        <translation>加减分</translation>
    </message>
</context>
<context>
    <name>Scoring</name>
    <message>
        <source>The judges are scoring</source>
        <translation>评委正在评分</translation>
    </message>
    <message>
        <source>Scoring is closed. The score follows shortly.</source>
        <translation>评分结束，成绩即将公布</translation>
    </message>
    <message>
        <source>Ballots received</source>
        <translation>已收到评分表</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Line-up</source>
        <translation>出场顺序</translation>
    </message>
    <message>
        <source>On stage</source>
        <translation>登台</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>评分中</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>打擂名单</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Finale</source>
        <translation>最终揭晓</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>SeasonDialog</name>
    <message>
        <source>Finished rounds: {rounds}</source>
        <translation>已确认成绩的轮次：{rounds}</translation>
    </message>
    <message>
        <source>No round is closed yet.</source>
        <translation>还没有已确认成绩的轮次。</translation>
    </message>
    <message>
        <source>Over all rounds</source>
        <translation>历轮累计</translation>
    </message>
    <message>
        <source>Score and rank of every closed round; ⚑ had to come back. The mean is that of the published scores, rounded once; rounds without a score are left out. On paper: page 7, season standings.</source>
        <translation>各轮得分和名次，⚑ 为列入下轮继续打擂。平均分取公布的得分，只舍入一次，没有成绩的轮次不计。打印见第 7 页“累计成绩”。</translation>
    </message>
    <message>
        <source>Half-year assessment…</source>
        <translation>等次评定…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SeasonModel</name>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最高分</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>继续打擂</translation>
    </message>
    <message>
        <source>In a row</source>
        <translation>连续</translation>
    </message>
    <message>
        <source>{score} ({rank})</source>
        <translation>{score}（第{rank}名）</translation>
    </message>
</context>
<context>
    <name>Seating</name>
    <message>
        <source>Add a judge</source>
        <translation>新增一位评委</translation>
    </message>
    <message>
        <source>A new seat, with a link and a code of its own. The code stays for good.</source>
        <translation>新的席位有自己的链接和加入码。编号以后不能改。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>评委组</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>the next of the group</source>
        <translation>不填则按本组顺延</translation>
    </message>
    <message>
        <source>additional judge</source>
        <translation>补充评委</translation>
    </message>
    <message>
        <source>left out of the list</source>
        <translation>名单遗漏</translation>
    </message>
    <message>
        <source>Remove {name} from the judges?</source>
        <translation>移除评委“{name}”？</translation>
    </message>
    <message>
        <source>The seat, its link and its code are gone at once. Possible only before anything is scored.</source>
        <translation>席位、链接和加入码立即失效。只有尚无评分时可以移除。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>entered by mistake</source>
        <translation>录入有误</translation>
    </message>
    <message>
        <source>Judges have scored in this round already: whoever joins now takes part from the next round on.</source>
        <translation>本轮已有评分：新评委从下一轮起参加。</translation>
    </message>
    <message>
        <source>Seat {code}</source>
        <translation>编号 {code}</translation>
    </message>
    <message>
        <source>{code} is {name} already</source>
        <translation>{code} 已经是{name}</translation>
    </message>
</context>
<context>
    <name>SeatsModel</name>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>评委组</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>In this round</source>
        <translation>本轮</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>缺席</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离席</translation>
    </message>
    <message>
        <source>takes part</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>recused from {names}</source>
        <translation>回避：{names}</translation>
    </message>
</context>
<context>
    <name>SpeechTimer</name>
    <message>
        <source>Over time</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Time allowed: %1 s</source>
        <translation>限时 %1 秒</translation>
    </message>
    <message>
        <source>Time allowed: %1 min</source>
        <translation>限时 %1 分钟</translation>
    </message>
    <message>
        <source>Timer stopped</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>Time is nearly up</source>
        <translation>时间将到</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
</context>
<context>
    <name>Spotlight</name>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Rank %1 (tied)</source>
        <translation>第 %1 名（并列）</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>第 %1 名</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>复核中</translation>
    </message>
</context>
<context>
    <name>StageLink</name>
    <message>
        <source>Open the stage window</source>
        <translation>打开大屏窗口</translation>
    </message>
    <message>
        <source>Red and gold</source>
        <translation>红金</translation>
    </message>
    <message>
        <source>Navy</source>
        <translation>深蓝</translation>
    </message>
    <message>
        <source>Full screen or window</source>
        <translation>全屏 / 窗口</translation>
    </message>
    <message>
        <source>Logo…</source>
        <translation>标志…</translation>
    </message>
    <message>
        <source>Without a logo</source>
        <translation>不用标志</translation>
    </message>
    <message>
        <source>Boards in turn</source>
        <translation>各榜轮流显示</translation>
    </message>
    <message>
        <source>Boards side by side</source>
        <translation>各榜并排显示</translation>
    </message>
    <message>
        <source>The stage in Chinese</source>
        <translation>大屏用中文</translation>
    </message>
    <message>
        <source>The stage in English</source>
        <translation>大屏用英文</translation>
    </message>
    <message>
        <source>Choose the logo of the contest</source>
        <translation>选择擂台赛的标志</translation>
    </message>
    <message>
        <source>Images ({patterns})</source>
        <translation>图片（{patterns}）</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>The room sees</source>
        <translation>大屏正在显示</translation>
    </message>
    <message>
        <source>Theme, logo, boards and the window of the stage</source>
        <translation>大屏的主题、标志、榜的排法和窗口</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>外观…</translation>
    </message>
    <message>
        <source>Chosen by hand, so it stays. A: follow the session ({screen})</source>
        <translation>手动选定，停在此处。按 A 跟随现场（{screen}）</translation>
    </message>
    <message>
        <source>No stage is open: the room sees nothing. Plug in the projector, or open a window: {key}</source>
        <translation>大屏没有打开，会场看不到画面。接上投影仪，或打开窗口：{key}</translation>
    </message>
    <message>
        <source>Chosen by hand, so it stays until somebody is called. A: follow the session ({screen})</source>
        <translation>手动选定，停到请单位上台为止。按 A 跟随现场（{screen}）</translation>
    </message>
    <message>
        <source>The public board is off; it comes back by itself when the final reveal is over.</source>
        <translation>公开榜已关闭，最终揭晓结束后自动打开。</translation>
    </message>
</context>
<context>
    <name>StageWindow</name>
    <message>
        <source>REHEARSAL – Stage</source>
        <translation>演练 – 大屏</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>大屏</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>This contest is open already</source>
        <translation>这场擂台赛已经打开了</translation>
    </message>
    <message>
        <source>Another Arena Desk on this computer, or one that works on the same shared folder, has {path} open.

Safe: that one goes on as if nothing had happened; nothing was changed here.

To do: look for its window in the task bar and go on there. If there is none, end the other program, or restart the computer, and open the contest again.</source>
        <translation>这台电脑上（或共用同一文件夹的另一台电脑上）已有一个控制台打开了 {path}。

安全的：那边照常运行，这里什么都没有改动。

请这样做：在任务栏找到那个窗口，接着用。如果找不到，请结束那个程序或重启电脑，再打开一次。</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Opening {path}…</source>
        <translation>正在打开 {path}…</translation>
    </message>
    <message>
        <source>No contest was open on this computer yet. Begin on the right.</source>
        <translation>这台电脑还没有打开过擂台赛，请从右边开始。</translation>
    </message>
    <message>
        <source>{path} is not there: it was moved or deleted, or its stick is not plugged in. A backup can take its place (F5).</source>
        <translation>{path} 不在了：可能被移走、删除，或 U 盘没有插上。可以用备份恢复（F5）。</translation>
    </message>
    <message>
        <source>Open a contest</source>
        <translation>打开擂台赛</translation>
    </message>
    <message>
        <source>Contests (*.arena)</source>
        <translation>擂台赛文件 (*.arena)</translation>
    </message>
    <message>
        <source>Template {name}</source>
        <translation>模板 {name}</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Simulated judges score on a copy that is thrown away afterwards. The contest itself is only read.</source>
        <translation>模拟评委在一份副本上打分，演练完就丢弃；原来的比赛文件只读不改。</translation>
    </message>
    <message>
        <source>Contest</source>
        <translation>擂台赛</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Arena contests</source>
        <translation>擂台赛控制台</translation>
    </message>
    <message>
        <source>Recent contests</source>
        <translation>最近的擂台赛</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>New from a template…</source>
        <translation>用模板新建…</translation>
    </message>
    <message>
        <source>New from my own files…</source>
        <translation>用自己的文件新建…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Rehearse…</source>
        <translation>演练…</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>About…</source>
        <translation>关于…</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>Roster</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Judges</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽签</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>成绩</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>final</source>
        <translation>已齐</translation>
    </message>
</context>
<context>
    <name>StrandedModel</name>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Last heard of</source>
        <translation>最后联系</translation>
    </message>
    <message>
        <source>May hold</source>
        <translation>可能存有</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>a ballot handed in that has not arrived</source>
        <translation>已提交、尚未送达的评分表</translation>
    </message>
    <message>
        <source>{n} of {of} scores filled in</source>
        <translation>已填 {n}/{of} 项</translation>
    </message>
    <message>
        <source>perhaps a ballot: scoring is open</source>
        <translation>可能有评分表：评分正开放</translation>
    </message>
    <message>
        <source>nothing that is missing</source>
        <translation>没有缺的内容</translation>
    </message>
    <message>
        <source>scan the new code</source>
        <translation>扫新的二维码</translation>
    </message>
    <message>
        <source>keep the page open</source>
        <translation>别关那一页</translation>
    </message>
</context>
<context>
    <name>TableSection</name>
    <message>
        <source>Add: {what}</source>
        <translation>增加{what}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>weights total 100 ✓</source>
        <translation>权重合计 100 ✓</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Contest file</source>
        <translation>比赛文件</translation>
    </message>
    <message>
        <source>Contests (*.arena)</source>
        <translation>擂台赛文件 (*.arena)</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>TieSection</name>
    <message>
        <source>Add a step</source>
        <translation>增加一步</translation>
    </message>
    <message>
        <source>exact score</source>
        <translation>未经舍入的最后得分</translation>
    </message>
    <message>
        <source>score without dropping</source>
        <translation>不去掉最高最低分的得分</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>抽签</translation>
    </message>
    <message>
        <source>none, they share the rank</source>
        <translation>不区分，名次并列</translation>
    </message>
</context>
<context>
    <name>TileMenu</name>
    <message>
        <source>Return the ballot…</source>
        <translation>退回评分表…</translation>
    </message>
    <message>
        <source>Replace the ballot from paper…</source>
        <translation>按纸质评分表更正…</translation>
    </message>
    <message>
        <source>Enter the ballot from paper…</source>
        <translation>录入纸质评分表…</translation>
    </message>
    <message>
        <source>Recuse from this entry…</source>
        <translation>对本单位回避…</translation>
    </message>
    <message>
        <source>Absent from this round…</source>
        <translation>本轮缺席…</translation>
    </message>
    <message>
        <source>Has left…</source>
        <translation>已离席…</translation>
    </message>
    <message>
        <source>Undo: {said}…</source>
        <translation>撤销：{said}…</translation>
    </message>
    <message>
        <source>New link…</source>
        <translation>换发链接…</translation>
    </message>
    <message>
        <source>Another person in this seat…</source>
        <translation>更换评委…</translation>
    </message>
    <message>
        <source>Panel on their behalf</source>
        <translation>代为评分</translation>
    </message>
</context>
<context>
    <name>TileView</name>
    <message>
        <source>stored {time}</source>
        <translation>已存 {time}</translation>
    </message>
    <message>
        <source>returned: {reason}</source>
        <translation>已退回：{reason}</translation>
    </message>
    <message>
        <source>filling in {n}/{of}</source>
        <translation>填写中 {n}/{of}</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>缺席</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离席</translation>
    </message>
    <message>
        <source>recused</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>waiting for the ballot</source>
        <translation>等待提交</translation>
    </message>
    <message>
        <source>handed in, not arrived</source>
        <translation>已提交，未送达</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>highest, dropped</source>
        <translation>去最高</translation>
    </message>
    <message>
        <source>lowest, dropped</source>
        <translation>去最低</translation>
    </message>
    <message>
        <source>{points} off</source>
        <translation>偏离 {points}</translation>
    </message>
    <message>
        <source>high</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>low</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>on %n devices</source>
        <translation>在 %n 台设备上</translation>
    </message>
    <message>
        <source>far from the median of the group; a hint that changes no score</source>
        <translation>与本组各评委的中位数相差较大；只是提示，不影响得分</translation>
    </message>
</context>
<context>
    <name>TimerView</name>
    <message>
        <source>On stage: {name}</source>
        <translation>台上：{name}</translation>
    </message>
    <message>
        <source>Speech timer</source>
        <translation>陈述计时</translation>
    </message>
</context>
<context>
    <name>Unveiling</name>
    <message>
        <source>Reveal {name} in steps?</source>
        <translation>分步揭晓“{name}”的成绩？</translation>
    </message>
    <message>
        <source>The room sees its result step by step; the host pages have all of it now.</source>
        <translation>大屏逐步显示成绩；主持人页面现在就能看到全部。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Take back what the room has just seen?</source>
        <translation>收回大屏刚刚公布的内容？</translation>
    </message>
    <message>
        <source>The projector and the public board will no longer show the score of {name}.</source>
        <translation>大屏和公开榜不再显示“{name}”的成绩。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Leave the final reveal?</source>
        <translation>离开最终揭晓？</translation>
    </message>
    <message>
        <source>The room would see at once what has been revealed so far, and who comes back.</source>
        <translation>大屏会一下子显示已经公布的全部成绩和继续打擂的单位。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Begin the final reveal?</source>
        <translation>开始最终揭晓？</translation>
    </message>
    <message>
        <source>The room sees an empty board, which fills place by place. Every step can be taken back.</source>
        <translation>大屏先显示一张空榜，再逐个名次揭晓；每一步都可以退回。</translation>
    </message>
    <message>
        <source>Back to the reveal</source>
        <translation>回到揭晓画面</translation>
    </message>
    <message>
        <source>Reveal {name} in steps</source>
        <translation>分步揭晓 {name}</translation>
    </message>
    <message>
        <source>Reveal who has no rank</source>
        <translation>揭晓无名次的单位</translation>
    </message>
    <message>
        <source>Reveal rank {rank}</source>
        <translation>揭晓第 {rank} 名</translation>
    </message>
    <message>
        <source>Show the ballots</source>
        <translation>显示评委打分</translation>
    </message>
    <message>
        <source>Drop the highest and lowest</source>
        <translation>去掉最高、最低分</translation>
    </message>
    <message>
        <source>Show the group scores</source>
        <translation>显示各组得分</translation>
    </message>
    <message>
        <source>Show the other parts</source>
        <translation>显示其他成绩</translation>
    </message>
    <message>
        <source>Reveal the score</source>
        <translation>揭晓最后得分</translation>
    </message>
    <message>
        <source>Show its place</source>
        <translation>排入榜单</translation>
    </message>
    <message>
        <source>Phones can read the whole final ranking on the public board already.</source>
        <translation>手机上的公开榜现在就能看到全部最终排名。</translation>
    </message>
    <message>
        <source>Phones can read on the public board already what has been revealed.</source>
        <translation>手机上的公开榜现在就能看到已经公布的成绩。</translation>
    </message>
    <message>
        <source>Switched off here, it comes back by itself when the final reveal is over.</source>
        <translation>在这里关闭的，最终揭晓结束后自动打开。</translation>
    </message>
</context>
<context>
    <name>ValuesBringing</name>
    <message>
        <source>Import {component}</source>
        <translation>导入{component}</translation>
    </message>
    <message>
        <source>The values (0 to 100) replace earlier ones of the contestants the table names.</source>
        <translation>得分为 0–100，替换表中各单位原有的得分。</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>{name}: {value} as before</source>
        <translation>{name}：{value}，不变</translation>
    </message>
    <message>
        <source>{name}: {before} → {after}</source>
        <translation>{name}：{before} → {after}</translation>
    </message>
    <message>
        <source>The raw values replace earlier ones of the contestants the table names; the rule turns them into points: {rule}.</source>
        <translation>原值替换表中单位以前的数值，按规则折算成分：{rule}。</translation>
    </message>
</context>
<context>
    <name>Watermark</name>
    <message>
        <source>REHEARSAL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Rehearsal: results do not count</source>
        <translation>演练 · 成绩无效</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>A join code has six digits.</source>
        <translation>加入码是六位数字。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Too many wrong codes. Please wait a few minutes, or ask the staff for your link.</source>
        <translation>输错次数太多，请过几分钟再试，或请工作人员给您链接。</translation>
    </message>
    <message>
        <source>No seat has this code. Please check it and type it again.</source>
        <translation>没有这个加入码，请核对后再输入。</translation>
    </message>
    <message>
        <source>Scoring panel</source>
        <translation>评分端</translation>
    </message>
    <message>
        <source>Join as a judge</source>
        <translation>评委入席</translation>
    </message>
    <message>
        <source>Address of the desk</source>
        <translation>控制台地址</translation>
    </message>
    <message>
        <source>Join code</source>
        <translation>加入码</translation>
    </message>
    <message>
        <source>The staff tells you the code. A judge&apos;s link may be pasted as the address instead.</source>
        <translation>加入码由工作人员告知。也可以在地址处直接粘贴评委链接。</translation>
    </message>
    <message>
        <source>Open the panel</source>
        <translation>进入评分端</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Desks in this network</source>
        <translation>本网络中的控制台</translation>
    </message>
    <message>
        <source>Looking for desks in this network…</source>
        <translation>正在本网络中寻找控制台…</translation>
    </message>
    <message>
        <source>No desk answers at {address}. It may have been closed, or this device is not on the venue&apos;s network. Please check the address, then try again.</source>
        <translation>连不上控制台 {address}。它可能已经关闭，或者本机没有连着会场网络。请核对地址，再试一次。</translation>
    </message>
    <message>
        <source>Several desks in this network: please pick yours</source>
        <translation>本网络中有几个控制台，请选择您的</translation>
    </message>
</context>
</TS>
