<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
</context>
<context>
    <name>CreatePanel</name>
    <message>
        <source>Auto</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Auto follows the prompt</source>
        <translation>التلقائي يتبع الوصف</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Create (Ctrl+Enter)</source>
        <translation>إنشاء (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>References</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>الأسلوب</translation>
    </message>
    <message>
        <source>en</source>
        <translation>ar</translation>
    </message>
</context>
<context>
    <name>DraftPreview</name>
    <message>
        <source>First frame of the draft</source>
        <translation>أول إطار من المسودة</translation>
    </message>
    <message>
        <source>The first frame appears as you type</source>
        <translation>يظهر أول إطار أثناء الكتابة</translation>
    </message>
</context>
<context>
    <name>DragNumber</name>
    <message>
        <source>Drag, or click to type; Backspace resets</source>
        <translation>اسحب، أو انقر للكتابة؛ مفتاح الحذف يعيد القيمة</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>A hot air balloon over mountains at dawn, birds, pan right</source>
        <translation>منطاد فوق الجبال عند الفجر، طيور، التفات إلى اليمين</translation>
    </message>
    <message>
        <source>A lighthouse in a storm at night, lightning and rain</source>
        <translation>منارة في عاصفة ليلًا، برق ومطر</translation>
    </message>
    <message>
        <source>A sailboat on a calm sea at sunset, gentle waves, slow push in</source>
        <translation>قارب شراعي في بحر هادئ عند الغروب، أمواج خفيفة، اقتراب بطيء</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>ابدأ من هنا</translation>
    </message>
    <message>
        <source>Type a shot on the left, or start with one of these.</source>
        <translation>اكتب لقطة في اللوحة الجانبية، أو ابدأ بواحدة من هذه.</translation>
    </message>
    <message>
        <source>What do you want to see?</source>
        <translation>ماذا تريد أن ترى؟</translation>
    </message>
    <message>
        <source>or drop films, pictures and sounds here</source>
        <translation>أو أفلت أفلامًا وصورًا وأصواتًا هنا</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Best</source>
        <translation>الأفضل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Choose where the film goes.</source>
        <translation>اختر مكان حفظ الفيلم.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>التصدير إلى</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيدة</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>صغيرة</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>لا يوجد مجلد {folder}.</translation>
    </message>
    <message>
        <source>film</source>
        <translation>فيلم</translation>
    </message>
    <message>
        <source>{name} is there already and will be replaced.</source>
        <translation>{name} موجود من قبل وسيُستبدل.</translation>
    </message>
</context>
<context>
    <name>FilmSection</name>
    <message>
        <source>Film</source>
        <translation>الفيلم</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>معدل الإطارات</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>إطارات في الثانية</translation>
    </message>
    <message>
        <source>Select a clip to change it.</source>
        <translation>حدّد مقطعًا لتعديله.</translation>
    </message>
    <message>
        <source>Shape of the film</source>
        <translation>شكل الفيلم</translation>
    </message>
</context>
<context>
    <name>FrameSection</name>
    <message>
        <source>Across</source>
        <translation>أفقيًا</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>عموديًا</translation>
    </message>
    <message>
        <source>Fill frame</source>
        <translation>ملء الإطار</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>ملء الإطار</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>العتامة</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>الدوران</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>الحجم</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the clip</source>
        <translation>اسم المقطع</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancelled; nothing was left behind</source>
        <translation>أُلغي ولم يبقَ منه شيء</translation>
    </message>
    <message>
        <source>Done: {folder}</source>
        <translation>تمّ: {folder}</translation>
    </message>
    <message>
        <source>Interrupted when the studio closed</source>
        <translation>انقطع عند إغلاق الاستوديو</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>إزالة من القائمة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>{part}, {time} left</source>
        <translation>{part}، بقي {time}</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>LookGrid</name>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>الشدّة</translation>
    </message>
</context>
<context>
    <name>LoopSection</name>
    <message>
        <source>Loop</source>
        <translation>التكرار</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>المرّات</translation>
    </message>
    <message>
        <source>Ping-pong</source>
        <translation>ذهاب وإياب</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>إعادة</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Save the project as</source>
        <translation>حفظ المشروع باسم</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>بلا عنوان</translation>
    </message>
</context>
<context>
    <name>MediaPanel</name>
    <message numerus="yes">
        <source>%n missing: find in folder…</source>
        <translation>
            <numerusform>لا مفقود</numerusform>
            <numerusform>ملف مفقود: ابحث في مجلد…</numerusform>
            <numerusform>ملفان مفقودان: ابحث في مجلد…</numerusform>
            <numerusform>%n ملفات مفقودة: ابحث في مجلد…</numerusform>
            <numerusform>%n ملفًا مفقودًا: ابحث في مجلد…</numerusform>
            <numerusform>%n ملف مفقود: ابحث في مجلد…</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported films, pictures and sounds appear here. Drop them here or on the timeline.</source>
        <translation>تظهر هنا الأفلام والصور والأصوات التي تستوردها. أفلتها هنا أو على الخط الزمني.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Where are the missing files?</source>
        <translation>أين الملفات المفقودة؟</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Interface size, from the next start</source>
        <translation>حجم الواجهة، من التشغيل القادم</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>PromptBox</name>
    <message>
        <source>Describe a shot: place, light, weather, who is there, how the camera moves</source>
        <translation>صف لقطة: المكان والضوء والطقس ومن فيها وكيف تتحرك الكاميرا</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>الوصف</translation>
    </message>
</context>
<context>
    <name>QueueIndicator</name>
    <message>
        <source>Queue</source>
        <translation>القائمة</translation>
    </message>
    <message numerus="yes">
        <source>Queue: %n to do</source>
        <translation>
            <numerusform>القائمة: لا شيء</numerusform>
            <numerusform>القائمة: عمل واحد</numerusform>
            <numerusform>القائمة: عملان</numerusform>
            <numerusform>القائمة: %n أعمال</numerusform>
            <numerusform>القائمة: %n عملًا</numerusform>
            <numerusform>القائمة: %n عمل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Exports appear here with their progress.</source>
        <translation>تظهر هنا عمليات التصدير وتقدّمها.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>القائمة</translation>
    </message>
</context>
<context>
    <name>ReferenceChip</name>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>ReferenceStrip</name>
    <message>
        <source>Add a logo, picture or clip</source>
        <translation>أضف شعارًا أو صورة أو مقطعًا</translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>Viewer</source>
        <translation>شاشة العرض</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Scroll</source>
        <translation>تمرير</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Another seed</source>
        <translation>بذرة أخرى</translation>
    </message>
    <message>
        <source>Keep this seed</source>
        <translation>ثبّت هذه البذرة</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
</context>
<context>
    <name>ShotSection</name>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Make a new take from this prompt; the old one is kept</source>
        <translation>اصنع نسخة جديدة من هذا الوصف؛ وتبقى القديمة</translation>
    </message>
    <message>
        <source>Prompt of the shot</source>
        <translation>وصف اللقطة</translation>
    </message>
    <message>
        <source>Remix</source>
        <translation>إعادة صياغة</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>نهائية</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>اللقطة</translation>
    </message>
    <message>
        <source>Take {number}</source>
        <translation>النسخة {number}</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>{kind} · seed {seed} · {size}</source>
        <translation>{kind} · بذرة {seed} · {size}</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>الوسائط</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>اللوحة</translation>
    </message>
</context>
<context>
    <name>SoundSection</name>
    <message>
        <source>Fade in</source>
        <translation>ظهور تدريجي</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>اختفاء تدريجي</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>الكسب</translation>
    </message>
    <message>
        <source>Sound and fades</source>
        <translation>الصوت والتدرّج</translation>
    </message>
</context>
<context>
    <name>SpeedSection</name>
    <message>
        <source>Backwards</source>
        <translation>بالعكس</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>المعامل</translation>
    </message>
    <message>
        <source>Keep pitch</source>
        <translation>حفظ الطبقة</translation>
    </message>
    <message>
        <source>Keep the pitch</source>
        <translation>حفظ طبقة الصوت</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>No plate</source>
        <translation>بلا لوح</translation>
    </message>
</context>
<context>
    <name>TileCard</name>
    <message>
        <source>Nothing is called that.</source>
        <translation>لا شيء بهذا الاسم.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Scroll the timeline</source>
        <translation>تمرير الخط الزمني</translation>
    </message>
    <message>
        <source>Zoom of the timeline</source>
        <translation>تكبير الخط الزمني</translation>
    </message>
</context>
<context>
    <name>TitleSection</name>
    <message>
        <source>Bold</source>
        <translation>عريض</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>اللوح</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Text of the title</source>
        <translation>نص العنوان</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Project menu</source>
        <translation>قائمة المشروع</translation>
    </message>
</context>
<context>
    <name>TrackHead</name>
    <message>
        <source>Hide %1</source>
        <translation>إخفاء %1</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>قفل %1</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>كتم %1</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>لم يسقط شيء</numerusform>
            <numerusform>سقط إطار</numerusform>
            <numerusform>سقط إطاران</numerusform>
            <numerusform>سقطت %n إطارات</numerusform>
            <numerusform>سقط %n إطارًا</numerusform>
            <numerusform>سقط %n إطار</numerusform>
        </translation>
    </message>
    <message>
        <source>Length of the film</source>
        <translation>مدة الفيلم</translation>
    </message>
    <message>
        <source>Loop playback</source>
        <translation>تكرار العرض</translation>
    </message>
    <message>
        <source>One frame back (Left)</source>
        <translation>إطار إلى الخلف (Left)</translation>
    </message>
    <message>
        <source>One frame on (Right)</source>
        <translation>إطار إلى الأمام (Right)</translation>
    </message>
    <message>
        <source>One pixel for one pixel</source>
        <translation>بكسل ببكسل</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>إيقاف مؤقت (Space)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>تشغيل (Space)</translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>رأس التشغيل</translation>
    </message>
    <message>
        <source>Safe margins</source>
        <translation>الهوامش الآمنة</translation>
    </message>
    <message>
        <source>Silence playback</source>
        <translation>كتم العرض</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>إلى النهاية (End)</translation>
    </message>
    <message>
        <source>To the start (Home)</source>
        <translation>إلى البداية (Home)</translation>
    </message>
</context>
<context>
    <name>WordList</name>
    <message>
        <source>Not drawn in drafts: {words}</source>
        <translation>لا يُرسم في المسودات: {words}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Add a title</source>
        <translation>أضف عنوانًا</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Create the shot</source>
        <translation>أنشئ اللقطة</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>قصّ</translation>
    </message>
    <message>
        <source>Delete and close the gap</source>
        <translation>حذف مع سدّ الفراغ</translation>
    </message>
    <message>
        <source>Delete, leave the gap</source>
        <translation>حذف مع ترك الفراغ</translation>
    </message>
    <message>
        <source>Dissolve to the next clip</source>
        <translation>مزج مع المقطع التالي</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تكرار المقطع</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Fit the film</source>
        <translation>ملاءمة الفيلم</translation>
    </message>
    <message>
        <source>Freeze this frame</source>
        <translation>تجميد هذا الإطار</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Loop the whole film</source>
        <translation>تكرار الفيلم كله</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Nudge one frame back</source>
        <translation>زحزحة إطارًا إلى الخلف</translation>
    </message>
    <message>
        <source>Nudge one frame on</source>
        <translation>زحزحة إطارًا إلى الأمام</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>إطار إلى الخلف</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>إطار إلى الأمام</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>Paste at the playhead</source>
        <translation>لصق عند رأس التشغيل</translation>
    </message>
    <message>
        <source>Paste attributes</source>
        <translation>لصق الخصائص</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play backwards, faster each time</source>
        <translation>تشغيل بالعكس، أسرع في كل مرة</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>تشغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play, faster each time</source>
        <translation>تشغيل، أسرع في كل مرة</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Select all clips</source>
        <translation>تحديد كل المقاطع</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>التقاط</translation>
    </message>
    <message>
        <source>Split at the playhead</source>
        <translation>قصّ عند رأس التشغيل</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>عشرة إطارات إلى الخلف</translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation>عشرة إطارات إلى الأمام</translation>
    </message>
    <message>
        <source>The loop ends here</source>
        <translation>ينتهي التكرار هنا</translation>
    </message>
    <message>
        <source>The loop starts here</source>
        <translation>يبدأ التكرار هنا</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>إلى النهاية</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>إلى البداية</translation>
    </message>
    <message>
        <source>Trim the end to the playhead</source>
        <translation>تشذيب النهاية إلى رأس التشغيل</translation>
    </message>
    <message>
        <source>Trim the start to the playhead</source>
        <translation>تشذيب البداية إلى رأس التشغيل</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
</context>
<context>
    <name>badges</name>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>تجميد</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>Add logo</source>
        <translation>إضافة شعار</translation>
    </message>
    <message>
        <source>Add media</source>
        <translation>إضافة وسائط</translation>
    </message>
    <message>
        <source>Add title</source>
        <translation>إضافة عنوان</translation>
    </message>
    <message>
        <source>Change gain</source>
        <translation>تغيير الكسب</translation>
    </message>
    <message>
        <source>Change look</source>
        <translation>تغيير المظهر</translation>
    </message>
    <message>
        <source>Change opacity</source>
        <translation>تغيير العتامة</translation>
    </message>
    <message>
        <source>Change speed</source>
        <translation>تغيير السرعة</translation>
    </message>
    <message>
        <source>Change take</source>
        <translation>تغيير النسخة</translation>
    </message>
    <message>
        <source>Change the film's shape</source>
        <translation>تغيير شكل الفيلم</translation>
    </message>
    <message>
        <source>Change the frame rate</source>
        <translation>تغيير معدل الإطارات</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>تغيير العنوان</translation>
    </message>
    <message>
        <source>Create shot</source>
        <translation>إنشاء لقطة</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>قصّ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>مزج</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تكرار المقطع</translation>
    </message>
    <message>
        <source>Fade in</source>
        <translation>ظهور تدريجي</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>اختفاء تدريجي</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>ملء الإطار</translation>
    </message>
    <message>
        <source>Find media</source>
        <translation>إيجاد الوسائط</translation>
    </message>
    <message>
        <source>Freeze frame</source>
        <translation>تجميد إطار</translation>
    </message>
    <message>
        <source>Hide track</source>
        <translation>إخفاء المسار</translation>
    </message>
    <message>
        <source>Import media</source>
        <translation>استيراد وسائط</translation>
    </message>
    <message>
        <source>Keep pitch</source>
        <translation>حفظ الطبقة</translation>
    </message>
    <message>
        <source>Lock track</source>
        <translation>قفل المسار</translation>
    </message>
    <message>
        <source>Look strength</source>
        <translation>شدّة المظهر</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>التكرار</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تحريك</translation>
    </message>
    <message>
        <source>Move in the frame</source>
        <translation>تحريك في الإطار</translation>
    </message>
    <message>
        <source>Mute track</source>
        <translation>كتم المسار</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>زحزحة</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Paste attributes</source>
        <translation>لصق الخصائص</translation>
    </message>
    <message>
        <source>Remix</source>
        <translation>إعادة صياغة</translation>
    </message>
    <message>
        <source>Remove dissolve</source>
        <translation>إزالة المزج</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Restore version</source>
        <translation>استعادة نسخة محفوظة</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>عكس</translation>
    </message>
    <message>
        <source>Ripple delete</source>
        <translation>حذف متتابع</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>Scale in the frame</source>
        <translation>تحجيم في الإطار</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>قصّ إلى جزأين</translation>
    </message>
    <message>
        <source>Title colour</source>
        <translation>لون العنوان</translation>
    </message>
    <message>
        <source>Title plate</source>
        <translation>لوح العنوان</translation>
    </message>
    <message>
        <source>Title size</source>
        <translation>حجم العنوان</translation>
    </message>
    <message>
        <source>Title weight</source>
        <translation>سُمك العنوان</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>تشذيب</translation>
    </message>
    <message>
        <source>Trim end</source>
        <translation>تشذيب النهاية</translation>
    </message>
    <message>
        <source>Trim start</source>
        <translation>تشذيب البداية</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A film begins at its first frame.</source>
        <translation>يبدأ الفيلم عند إطاره الأول.</translation>
    </message>
    <message>
        <source>A new one is running: try again.</source>
        <translation>يعمل محرّك جديد: أعد المحاولة.</translation>
    </message>
    <message>
        <source>A shot keeps at least one take.</source>
        <translation>تحتفظ اللقطة بنسخة واحدة على الأقل.</translation>
    </message>
    <message>
        <source>A transition needs two clips that touch.</source>
        <translation>يحتاج الانتقال إلى مقطعين متلامسين.</translation>
    </message>
    <message>
        <source>Change the request and try again.</source>
        <translation>غيّر الطلب وأعد المحاولة.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .laqta.</source>
        <translation>اختر ملفًا ينتهي بـ ‎.laqta.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>اختر مجلدًا تستطيع الكتابة فيه.</translation>
    </message>
    <message>
        <source>Choose a shot, or create one.</source>
        <translation>اختر لقطة أو أنشئ واحدة.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>اختر قيمة أخرى.</translation>
    </message>
    <message>
        <source>Choose another track.</source>
        <translation>اختر مسارًا آخر.</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation>أغلقه هناك أولًا.</translation>
    </message>
    <message>
        <source>Convert it to MP4, PNG or WAV first.</source>
        <translation>حوّله إلى MP4 أو PNG أو WAV أولًا.</translation>
    </message>
    <message>
        <source>Delete it instead.</source>
        <translation>احذفه بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Delete its clips instead.</source>
        <translation>احذف مقاطعها بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Delete or move them first.</source>
        <translation>احذفها أو انقلها أولًا.</translation>
    </message>
    <message>
        <source>Drag its end to make it longer or shorter.</source>
        <translation>اسحب نهايته لتطويله أو تقصيره.</translation>
    </message>
    <message>
        <source>Export once more; if it happens again, report it.</source>
        <translation>صدّر مرة أخرى؛ وإن تكرر ذلك فأبلغ عنه.</translation>
    </message>
    <message>
        <source>Free some space and make the edit again.</source>
        <translation>وفّر مساحة وأعد التعديل.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk, and try again.</source>
        <translation>وفّر مساحة أو اختر قرصًا آخر ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Give the film another name.</source>
        <translation>أعطِ الفيلم اسمًا آخر.</translation>
    </message>
    <message>
        <source>Import it first.</source>
        <translation>استورده أولًا.</translation>
    </message>
    <message>
        <source>It may be damaged: play it in another program, or export it again there.</source>
        <translation>قد يكون تالفًا: شغّله في برنامج آخر أو صدّره من جديد هناك.</translation>
    </message>
    <message>
        <source>Look for it in another folder.</source>
        <translation>ابحث عنه في مجلد آخر.</translation>
    </message>
    <message>
        <source>Move the clips beside it, or choose another place.</source>
        <translation>انقل المقاطع المجاورة أو اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>Move the playhead onto the clip.</source>
        <translation>انقل رأس التشغيل إلى المقطع.</translation>
    </message>
    <message>
        <source>Move them together first.</source>
        <translation>قرّب بينهما أولًا.</translation>
    </message>
    <message>
        <source>Move {subject} further right.</source>
        <translation>انقل {subject} إلى اليمين.</translation>
    </message>
    <message>
        <source>Open a copy or a saved version of it.</source>
        <translation>افتح نسخة منه أو إصدارًا محفوظًا.</translation>
    </message>
    <message>
        <source>Pictures go on picture tracks, sound goes on sound tracks.</source>
        <translation>الصور لمسارات الصورة والأصوات لمسارات الصوت.</translation>
    </message>
    <message>
        <source>Put it back, or find it in another folder.</source>
        <translation>أعده إلى مكانه أو ابحث عنه في مجلد آخر.</translation>
    </message>
    <message>
        <source>Report what you did last.</source>
        <translation>أبلغ عن آخر ما فعلته.</translation>
    </message>
    <message>
        <source>Save a copy of at most 16000 pixels across and down.</source>
        <translation>احفظ نسخة لا تزيد عن 16000 بكسل عرضًا وارتفاعًا.</translation>
    </message>
    <message>
        <source>Select a clip first.</source>
        <translation>حدّد مقطعًا أولًا.</translation>
    </message>
    <message>
        <source>Slow it down or loop it to make it longer.</source>
        <translation>أبطئه أو كرّره ليطول.</translation>
    </message>
    <message>
        <source>Something went wrong that should not.</source>
        <translation>حدث خطأ ما كان ينبغي أن يحدث.</translation>
    </message>
    <message>
        <source>Start a new project with that rate.</source>
        <translation>ابدأ مشروعًا جديدًا بذلك المعدل.</translation>
    </message>
    <message>
        <source>That clip is not in the film.</source>
        <translation>ذلك المقطع ليس في الفيلم.</translation>
    </message>
    <message>
        <source>That file is not in the project.</source>
        <translation>ذلك الملف ليس في المشروع.</translation>
    </message>
    <message>
        <source>That frame is not inside {subject}.</source>
        <translation>ذلك الإطار ليس داخل {subject}.</translation>
    </message>
    <message>
        <source>That take is shorter than what the film shows of the shot.</source>
        <translation>تلك النسخة أقصر مما يعرضه الفيلم من اللقطة.</translation>
    </message>
    <message>
        <source>That track is not in the film.</source>
        <translation>ذلك المسار ليس في الفيلم.</translation>
    </message>
    <message>
        <source>That would leave nothing of {subject}.</source>
        <translation>لن يبقى بذلك شيء من {subject}.</translation>
    </message>
    <message>
        <source>The clips have too little beyond the cut for this transition.</source>
        <translation>ليس لدى المقطعين ما يكفي بعد القطع لهذا الانتقال.</translation>
    </message>
    <message>
        <source>The disk is full, so {subject} could not be written.</source>
        <translation>القرص ممتلئ فتعذّرت كتابة {subject}.</translation>
    </message>
    <message>
        <source>The disk is full: the last edit is not saved in {subject}.</source>
        <translation>القرص ممتلئ: لم يُحفظ آخر تعديل في {subject}.</translation>
    </message>
    <message>
        <source>The engine stopped in the middle of the work.</source>
        <translation>توقف المحرّك أثناء العمل.</translation>
    </message>
    <message>
        <source>The file {subject} can't be read.</source>
        <translation>تتعذّر قراءة الملف {subject}.</translation>
    </message>
    <message>
        <source>The file {subject} is not there any more.</source>
        <translation>لم يعد الملف {subject} موجودًا.</translation>
    </message>
    <message>
        <source>The film could not be encoded.</source>
        <translation>تعذّر ترميز الفيلم.</translation>
    </message>
    <message>
        <source>The finished file was not as it should be and has been removed.</source>
        <translation>لم يكن الملف النهائي كما ينبغي فأُزيل.</translation>
    </message>
    <message>
        <source>The frame rate can't change once there are clips.</source>
        <translation>لا يتغير معدل الإطارات بعد وجود مقاطع.</translation>
    </message>
    <message>
        <source>The picture {subject} has too many pixels.</source>
        <translation>في الصورة {subject} بكسلات أكثر مما يمكن.</translation>
    </message>
    <message>
        <source>The project {subject} is damaged; it was left as it is.</source>
        <translation>المشروع {subject} تالف وقد تُرك كما هو.</translation>
    </message>
    <message>
        <source>The source of {subject} has nothing more to show there.</source>
        <translation>ليس في مصدر {subject} ما يُعرض هناك.</translation>
    </message>
    <message>
        <source>There is no project at {subject}.</source>
        <translation>لا يوجد مشروع في {subject}.</translation>
    </message>
    <message>
        <source>There is no room for {subject} there.</source>
        <translation>لا متّسع هناك لـ {subject}.</translation>
    </message>
    <message>
        <source>This can't be made: {subject}.</source>
        <translation>لا يمكن صنع هذا: {subject}.</translation>
    </message>
    <message>
        <source>This edit would have damaged the film, so it was not done: {subject}</source>
        <translation>كان هذا التعديل سيُفسد الفيلم فلم يُنفَّذ: {subject}</translation>
    </message>
    <message>
        <source>This value can't be used: {subject}.</source>
        <translation>لا تصلح هذه القيمة: {subject}.</translation>
    </message>
    <message>
        <source>Track {subject} is locked.</source>
        <translation>المسار {subject} مقفل.</translation>
    </message>
    <message>
        <source>Track {subject} still has clips.</source>
        <translation>ما زال في المسار {subject} مقاطع.</translation>
    </message>
    <message>
        <source>Trim the clips first.</source>
        <translation>شذّب المقاطع أولًا.</translation>
    </message>
    <message>
        <source>Trim them a little, or make the transition shorter.</source>
        <translation>شذّبهما قليلًا أو قصّر الانتقال.</translation>
    </message>
    <message>
        <source>Try again with another size or quality.</source>
        <translation>أعد المحاولة بحجم أو جودة أخرى.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with the details.</source>
        <translation>أعد المحاولة؛ وإن تكرر ذلك فأبلغ عنه مع التفاصيل.</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>افتح قفله أولًا.</translation>
    </message>
    <message>
        <source>Update this one to open it.</source>
        <translation>حدّث هذا البرنامج لفتحه.</translation>
    </message>
    <message>
        <source>{subject} can't be written.</source>
        <translation>تتعذّر كتابة {subject}.</translation>
    </message>
    <message>
        <source>{subject} doesn't belong on that track.</source>
        <translation>مكان {subject} ليس على ذلك المسار.</translation>
    </message>
    <message>
        <source>{subject} is already there.</source>
        <translation>{subject} موجود من قبل.</translation>
    </message>
    <message>
        <source>{subject} is not a Laqta project.</source>
        <translation>{subject} ليس مشروع لقطة.</translation>
    </message>
    <message>
        <source>{subject} is not a picture, film or sound that can be used here.</source>
        <translation>{subject} ليس صورة أو فيلمًا أو صوتًا يمكن استخدامه هنا.</translation>
    </message>
    <message>
        <source>{subject} is not a shot of this project.</source>
        <translation>{subject} ليست من لقطات هذا المشروع.</translation>
    </message>
    <message>
        <source>{subject} is one of the files that the film is made of.</source>
        <translation>{subject} من الملفات التي صُنع منها الفيلم.</translation>
    </message>
    <message>
        <source>{subject} is open in another Laqta.</source>
        <translation>{subject} مفتوح في نافذة لقطة أخرى.</translation>
    </message>
    <message>
        <source>{subject} stands still, so its time can't be changed.</source>
        <translation>{subject} ساكن فلا يتغير زمنه.</translation>
    </message>
    <message>
        <source>{subject} was made by a newer Laqta.</source>
        <translation>صُنع {subject} بإصدار أحدث من لقطة.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Choose files</source>
        <translation>اختر ملفات</translation>
    </message>
    <message>
        <source>Laqta projects</source>
        <translation>مشاريع لقطة</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>الوسائط</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>افتح مشروعًا</translation>
    </message>
</context>
<context>
    <name>gestures</name>
    <message>
        <source>No room here</source>
        <translation>لا متّسع هنا</translation>
    </message>
    <message>
        <source>plays {count}×</source>
        <translation>يُعرض {count}×</translation>
    </message>
    <message>
        <source>{by} frames</source>
        <translation>{by} إطار</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>بقي {left}</translation>
    </message>
</context>
<context>
    <name>looks</name>
    <message>
        <source>Comic</source>
        <translation>قصص مصوّرة</translation>
    </message>
    <message>
        <source>Golden</source>
        <translation>ذهبي</translation>
    </message>
    <message>
        <source>Noir</source>
        <translation>نوار</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
</context>
<context>
    <name>references</name>
    <message>
        <source>A sail, flag, sign or shirt in the shot carries it</source>
        <translation>يحمله شراع أو علم أو لافتة أو قميص في اللقطة</translation>
    </message>
    <message>
        <source>Backdrop</source>
        <translation>خلفية</translation>
    </message>
    <message>
        <source>Cut out, it plays the main subject</source>
        <translation>يُقصّ من خلفيته ويؤدي دور الموضوع الرئيسي</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>شعار</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>ألوان</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>The shot ends on it</source>
        <translation>تنتهي اللقطة به</translation>
    </message>
    <message>
        <source>The shot plays in front of it</source>
        <translation>تجري اللقطة أمامه</translation>
    </message>
    <message>
        <source>The shot starts from it</source>
        <translation>تبدأ اللقطة منه</translation>
    </message>
    <message>
        <source>The shot takes its colours</source>
        <translation>تأخذ اللقطة ألوانه</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Action</source>
        <translation>فعل</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>مزاج</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>صوت</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>الأسلوب</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>طقس</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>كلمة</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>يُرسم</translation>
    </message>
    <message>
        <source>drawn as a silhouette of {drawn_as}</source>
        <translation>يُرسم ظلًّا: {drawn_as}</translation>
    </message>
    <message>
        <source>drawn as {drawn_as}</source>
        <translation>يُرسم: {drawn_as}</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>يُسمع</translation>
    </message>
    <message>
        <source>not drawn in drafts</source>
        <translation>لا يُرسم في المسودات</translation>
    </message>
    <message>
        <source>understood</source>
        <translation>مفهوم</translation>
    </message>
</context>
</TS>
